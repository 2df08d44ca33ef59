import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../modules/gateway"
import type { Decided } from "../modules/gateway/reviews"
import { type Actor, recordActStep } from "./steps/record-act"

const reason = z.string().trim().min(3, "Xin ghi lý do").max(500)

/** The money came, with VNPay's number of the payment, without which it could not be given back; or it did not. */
export const ReviewDecision = z.discriminatedUnion("decision", [
  z
    .object({
      decision: z.literal("came"),
      transaction_no: z
        .string()
        .trim()
        .regex(/^[1-9]\d{0,14}$/, "Xin ghi mã giao dịch của VNPay, chỉ gồm chữ số"),
      reason,
    })
    .strict(),
  z.object({ decision: z.literal("not_came"), reason }).strict(),
])
export type DecidePaymentReview = z.infer<typeof ReviewDecision> & { payment_attempt_id: string; actor: Actor }

const REFUSALS: Record<Exclude<Decided, "decided">, { type: string; message: string }> = {
  unknown: { type: MedusaError.Types.NOT_FOUND, message: "Không có khoản thanh toán này" },
  not_in_review: { type: MedusaError.Types.CONFLICT, message: "Khoản này đã được quyết định rồi, hoặc không cần xem" },
  number_taken: { type: MedusaError.Types.CONFLICT, message: "Mã giao dịch này thuộc về một khoản thanh toán khác" },
}

const decideReviewStep = createStep("decide-payment-review", async (input: DecidePaymentReview, { container }) => {
  const gateway = container.resolve(GATEWAY)
  const { payment_attempt_id: id, reason, actor } = input
  // A payment is another's business until it needs a person.
  const asked = await gateway.review(id)
  const by = { by: actor.name ?? actor.id, reason }
  const outcome = !asked
    ? "unknown"
    : await gateway.decideReview(
        id,
        input.decision === "came"
          ? { decision: "came", transactionNo: input.transaction_no, ...by }
          : { decision: "not_came", ...by },
      )
  if (outcome !== "decided") throw new MedusaError(REFUSALS[outcome].type, REFUSALS[outcome].message)
  return new StepResponse({ txn_ref: asked?.attempt.txn_ref })
})

/**
 * A person decides a payment of which VNPay says neither paid nor unpaid (codes 07 and 04). Once: what was decided
 * stays, with who, when and why. Money that came is settled like any other; wake settling after this.
 */
export const decidePaymentReviewWorkflow = createWorkflow("decide-payment-review", (input: DecidePaymentReview) => {
  const decided = decideReviewStep(input)
  recordActStep(
    transform({ input, decided }, ({ input, decided }) => ({
      subject_kind: "payment_attempt" as const,
      subject_id: input.payment_attempt_id,
      act: input.decision === "came" ? "money_came" : "money_not_came",
      actor: input.actor,
      reason: input.reason,
      detail: { ...decided, ...(input.decision === "came" ? { transaction_no: input.transaction_no } : {}) },
    })),
  )
  return new WorkflowResponse(decided)
})
