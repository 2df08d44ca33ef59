import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../modules/gateway"
import {
  giveBackTransfer,
  ignoreTransfer,
  matchToAttempt,
  type Refusal,
  undoDecision,
} from "../payments/bank/decide-transfer"
import { matchTransfers } from "../payments/bank/match-transfers"
import { findOpenAttempt } from "../payments/bank/read-transfers"

const reason = z.string().trim().min(3).max(500)

/** What an operator may decide about a movement on the account; money that goes back and what is ignored has a reason. */
export const TransferDecision = z.discriminatedUnion("decision", [
  z
    .object({
      decision: z.literal("match"),
      /** Id of the attempt suggested, or an order's number or a reference as it is written. */
      attempt_id: z.string().max(100).optional(),
      order: z.string().trim().max(50).optional(),
      /** Other movements that make up the amount together with this one. */
      with: z.array(z.string().max(100)).max(20).default([]),
      note: z.string().trim().max(500).optional(),
    })
    .strict(),
  z.object({ decision: z.literal("give-back"), note: reason }).strict(),
  z.object({ decision: z.literal("ignore"), note: reason }).strict(),
  z.object({ decision: z.literal("undo"), note: reason }).strict(),
])
type Input = { id: string; by: string; input: z.infer<typeof TransferDecision> }

const decideStep = createStep("decide-transfer", async ({ id, by, input }: Input, { container }) => {
  const { note } = input
  const how = { by, note: note || undefined }
  const outcome =
    input.decision === "match"
      ? await matchToAttempt(container, [id, ...input.with], await wanted(), how)
      : await { "give-back": giveBackTransfer, ignore: ignoreTransfer, undo: undoDecision }[input.decision](
          ...([container, id, how] as const),
        )
  if (!outcome.ok) refuse(outcome)
  // What was matched is captured now, not at the job's next turn.
  await matchTransfers(container)
  return new StepResponse({ id })

  async function wanted() {
    if (input.decision !== "match") return undefined
    const attemptId = input.attempt_id ?? (input.order && (await findOpenAttempt(container, input.order))?.id)
    return attemptId ? container.resolve(GATEWAY).attemptById(attemptId) : undefined
  }
})

const SENTENCES: Record<Exclude<Refusal["why"], "less">, string> = {
  unknown: "Không có khoản chuyển này",
  no_such_order: "Không tìm thấy đơn đang chờ chuyển khoản với số hoặc mã này",
  decided: "Khoản này đã có quyết định, xin tải lại trang",
  not_in: "Chỉ tiền vào mới khớp hoặc trả lại được",
  not_open: "Đơn này không còn chờ tiền nữa",
  followed: "Tiền đã được trả lại, không hủy quyết định được nữa",
}

function refuse(refusal: Refusal): never {
  const { NOT_FOUND, CONFLICT } = MedusaError.Types
  if (refusal.why === "less") {
    const missing = new Intl.NumberFormat("vi-VN").format(refusal.missing)
    throw new MedusaError(CONFLICT, `Còn thiếu ${missing} ₫ so với số tiền của đơn`)
  }
  const unknown = refusal.why === "unknown" || refusal.why === "no_such_order"
  throw new MedusaError(unknown ? NOT_FOUND : CONFLICT, SENTENCES[refusal.why])
}

/** An operator's decision about a transfer that nobody's payment is by itself; each is a row of its own, for good. */
export const decideTransferWorkflow = createWorkflow("decide-transfer", (input: Input) => {
  return new WorkflowResponse(decideStep(input))
})
