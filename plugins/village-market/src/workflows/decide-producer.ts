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
import { moveProducer } from "../modules/registry/producer-status"
import { settingsOf } from "../settings"
import { asClause, decisionSms } from "../web/text/messages"
import { type Actor, recordActStep } from "./steps/record-act"
import { sendSmsStep } from "./steps/send-sms"
import { syncProducerProductsWorkflow } from "./sync-producer-products"

export const DECISIONS = ["approve", "refuse", "suspend", "reinstate"] as const

export const Decision = z.object({
  producer_id: z.string(),
  move: z.enum(DECISIONS),
  /** Told to the household: asked for when refusing and suspending. */
  reason: z.string().trim().max(300).optional(),
})
export type Decision = z.infer<typeof Decision> & { actor: Actor }

type Before = {
  id: string
  to: string
  status: string
  status_reason: string | null
  approved_at: Date | string | null
}

/**
 * Moves the registration, unless somebody moved it since it was read: the UPDATE names the state it starts from, so
 * that of two officials deciding at once one decides and the other is told (409).
 */
const moveProducerStep = createStep(
  "move-producer",
  async ({ producer_id, move, reason }: Decision, { container }) => {
    const [producer] = await container.resolve(REGISTRY).listProducers({ id: producer_id }, { take: 1 })
    if (!producer) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Không có nhà sản xuất ${producer_id}`)
    const outcome = moveProducer(producer.status, move, reason)
    if (!outcome.ok) throw refusal(outcome.why)
    const now = new Date()
    const changed = await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)("producer")
      .where({ id: producer_id, status: producer.status, deleted_at: null })
      .update({
        status: outcome.to,
        status_reason: reason?.trim() || null,
        approved_at: move === "approve" ? now : producer.approved_at,
        updated_at: now,
      })
    if (changed === 0) throw refusal("illegal_move")
    const { id, name, phone, handle, status, status_reason, approved_at } = producer
    const moved = { id, name, phone, handle, from: status, to: outcome.to, at: now.toISOString() }
    return new StepResponse(moved, { id, to: outcome.to, status, status_reason, approved_at } satisfies Before)
  },
  async (before: Before | undefined, { container }) => {
    if (!before) return
    const { id, to, ...columns } = before
    await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)("producer")
      .where({ id, status: to })
      .update(columns)
  },
)

const refusal = (why: "illegal_move" | "reason_missing") =>
  why === "reason_missing"
    ? new MedusaError(MedusaError.Types.INVALID_DATA, "Xin ghi lý do: hộ sẽ đọc lý do này để biết phải làm gì.")
    : new MedusaError(
        MedusaError.Types.CONFLICT,
        "Hồ sơ không còn ở trạng thái này: có người vừa quyết định trước. Xin tải lại trang.",
      )

type Moved = { id: string; name: string | null; phone: string; handle: string | null; at: string }

const writeMessageStep = createStep(
  "write-decision-message",
  async ({ moved, move, reason }: { moved: Moved; move: Decision["move"]; reason?: string }, { container }) => {
    const { publicUrl, hotline } = settingsOf(container)
    const address = moved.handle ? `${publicUrl}/market/producers/${moved.handle}` : `${publicUrl}/market`
    const text = decisionSms[move]({
      name: moved.name ?? moved.phone,
      reason: asClause(reason ?? ""),
      address,
      hotline,
    })
    return new StepResponse({
      to: moved.phone,
      text,
      template: `producer-${move}`,
      idempotency_key: `producer-${move}:${moved.id}:${moved.at}`,
    })
  },
)

/**
 * Decides on a registration: state, products on or off the market, word to the household, audit trail.
 * Refuses a move the state does not allow or lost to another (conflict) and a missing reason (invalid data).
 */
export const decideProducerWorkflow = createWorkflow("decide-producer", (input: Decision) => {
  const moved = moveProducerStep(input)
  syncProducerProductsWorkflow.runAsStep({
    input: transform({ input }, ({ input }) => ({ producer_id: input.producer_id })),
  })
  sendSmsStep(
    writeMessageStep(
      transform({ input, moved }, ({ input, moved }) => ({ moved, move: input.move, reason: input.reason })),
    ),
  )
  recordActStep(
    transform({ input, moved }, ({ input, moved }) => ({
      subject_kind: "producer" as const,
      subject_id: input.producer_id,
      act: input.move,
      actor: input.actor,
      reason: input.reason?.trim() || undefined,
      detail: { from: moved.from, to: moved.to },
    })),
  )
  return new WorkflowResponse(transform({ moved }, ({ moved }) => ({ id: moved.id, status: moved.to })))
})
