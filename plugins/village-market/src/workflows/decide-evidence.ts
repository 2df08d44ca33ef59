import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import { heldByAnother } from "../modules/registry/gs1-prefixes"
import { type Actor, recordActStep } from "./steps/record-act"

export const EvidenceDecision = z.object({
  decision: z.enum(["verify", "refuse"]),
  reason: z.string().trim().max(300).optional(),
})
export type EvidenceDecision = z.infer<typeof EvidenceDecision> & {
  producer_id: string
  evidence_id: string
  actor: Actor
}

const markEvidenceStep = createStep(
  "mark-evidence",
  async ({ producer_id, evidence_id, decision, actor }: EvidenceDecision, { container }) => {
    const registry = container.resolve(REGISTRY)
    const [evidence] = await registry.listEvidences({ id: evidence_id, producer_id }, { take: 1 })
    if (!evidence) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Không có giấy tờ ${evidence_id}`)
    const { id, status, decided_by, decided_at } = evidence
    if (decision === "verify" && evidence.kind === "gs1_prefix") await refuseForeignPrefix(container, evidence)
    await registry.updateEvidences({
      id,
      status: decision === "verify" ? "verified" : "refused",
      decided_by: actor.name ?? actor.id,
      decided_at: new Date(),
    })
    return new StepResponse({ from: status, kind: evidence.kind }, { id, status, decided_by, decided_at })
  },
  async (before, { container }) => {
    if (before) await container.resolve(REGISTRY).updateEvidences(before)
  },
)

/** Of two producers with papers for one prefix somebody is wrong; a person has to find out who. */
async function refuseForeignPrefix(
  container: MedusaContainer,
  { id, producer_id }: { id: string; producer_id: string },
) {
  const [claim] = await container.resolve(REGISTRY).listGs1Prefixes({ evidence_id: id }, { take: 1 })
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (claim && (await heldByAnother(pg, producer_id, claim.prefix)))
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `Mã doanh nghiệp GS1 ${claim.prefix} đã được xác nhận cho một cơ sở khác. Xin kiểm tra lại giấy của cả hai bên. / Another producer has proved this GS1 prefix.`,
    )
}

/** Marks a document of a producer as seen and right, or as not proving what it should. May be changed later; every mark is in the trail. */
export const decideEvidenceWorkflow = createWorkflow("decide-evidence", (input: EvidenceDecision) => {
  const marked = markEvidenceStep(input)
  recordActStep(
    transform({ input, marked }, ({ input, marked }) => ({
      subject_kind: "evidence" as const,
      subject_id: input.evidence_id,
      act: input.decision,
      actor: input.actor,
      reason: input.reason || undefined,
      detail: { producer_id: input.producer_id, kind: marked.kind, from: marked.from },
    })),
  )
  return new WorkflowResponse(marked)
})
