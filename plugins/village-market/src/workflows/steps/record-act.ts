import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { REGISTRY } from "../../modules/registry"
import type { AUDIT_ACTORS } from "../../modules/registry/models/audit-entry"

/** Who acts, as the audit trail names them. */
export type Actor = { kind: (typeof AUDIT_ACTORS)[number]; id: string; name?: string }

export type Act = {
  subject_kind:
    | "producer"
    | "listing"
    | "official"
    | "evidence"
    | "shipping_rate"
    | "collection_point"
    | "payment_attempt"
    | "lot"
    | "producer_order"
    | "craft_step"
  subject_id: string
  act: string
  actor: Actor
  reason?: string
  detail?: Record<string, unknown>
}

/**
 * Adds to the audit trail, which is append-only: put this step last, so that no later failure has to take it back.
 */
export const recordActStep = createStep("record-act", async ({ actor, ...act }: Act, { container }) => {
  const entry = await container
    .resolve(REGISTRY)
    .createAuditEntries({ ...act, actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name ?? null })
  return new StepResponse({ id: entry.id })
})
