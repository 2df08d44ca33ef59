import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REGISTRY } from "../modules/registry"
import { moveProducer } from "../modules/registry/producer-status"
import { missingFields } from "../modules/registry/profile"
import type { RegistryService } from "../modules/registry/service"
import { slug } from "../web/format"
import { type Actor, recordActStep } from "./steps/record-act"

type SubmitRegistration = { producer_id: string; actor: Actor }

const submitStep = createStep(
  "submit",
  async ({ producer_id }: SubmitRegistration, { container }) => {
    const registry = container.resolve(REGISTRY)
    const before = await registry.retrieveProducer(producer_id)
    const missing = missingFields(before)
    if (missing.length > 0)
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Still missing: ${missing.join(", ")}`)
    const move = moveProducer(before.status, "submit")
    if (!move.ok)
      throw new MedusaError(MedusaError.Types.CONFLICT, `A registration that is ${before.status} cannot be handed in`)
    const handle = before.handle ?? (await freeHandle(registry, before.name ?? ""))
    await registry.updateProducers({
      id: producer_id,
      status: move.to,
      status_reason: null,
      handle,
      submitted_at: new Date(),
    })
    const { status, status_reason, submitted_at } = before
    return new StepResponse(
      { handle, status: move.to },
      { id: producer_id, status, status_reason, submitted_at, handle: before.handle },
    )
  },
  async (before, { container }) => {
    if (before) await container.resolve(REGISTRY).updateProducers(before)
  },
)

const HANDLES_TRIED = 200

/** The name as a part of an address; the second of a name gets "-2". Two at the same instant: the unique index refuses one. */
async function freeHandle(registry: RegistryService, name: string) {
  const base = slug(name) || "gian-hang"
  const candidates = Array.from({ length: HANDLES_TRIED }, (_, index) => (index === 0 ? base : `${base}-${index + 1}`))
  const taken = await registry.listProducers({ handle: candidates }, { select: ["handle"], take: HANDLES_TRIED })
  const free = candidates.find((candidate) => !taken.some(({ handle }) => handle === candidate))
  return free ?? `${base}-${Date.now().toString(36)}`
}

/**
 * Hands a registration in, the first time or after a refusal: draft or refused → pending, and fixes the handle.
 * Incomplete: MedusaError INVALID_DATA naming the fields; in any other status: CONFLICT.
 */
export const submitRegistrationWorkflow = createWorkflow("submit-registration", (input: SubmitRegistration) => {
  const submitted = submitStep(input)
  recordActStep(
    transform({ input }, ({ input }) => ({
      subject_kind: "producer" as const,
      subject_id: input.producer_id,
      act: "submit",
      actor: input.actor,
    })),
  )
  return new WorkflowResponse(submitted)
})
