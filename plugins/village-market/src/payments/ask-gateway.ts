import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { callVnpay } from "../modules/gateway/vnpay/api-client"
import { newRequestId, queryRequest } from "../modules/gateway/vnpay/api-request"
import { paymentAnswer } from "../modules/gateway/vnpay/payment-answer"
import type { Verdict } from "../modules/gateway/vnpay/verdict"
import { settingsOf } from "../settings"
import { wakeSettling } from "./settle-payments"

/** `recorded` with what it was worth; `nothing`: VNPay knows of no such payment; `silent`: no answer to be believed. */
export type Asked = { kind: "recorded"; verdict: Verdict } | { kind: "nothing" } | { kind: "silent"; why: string }

/**
 * Asks VNPay (querydr) what became of an attempt whose notice never came, and takes the answer down as the notice
 * would have been. Safe at any time and for any state: what is decided stays.
 */
export async function askGateway(container: MedusaContainer, attempt: PaymentAttempt): Promise<Asked> {
  const { vnpay } = settingsOf(container)
  if (!vnpay || attempt.provider !== "vnpay") return { kind: "silent", why: "VNPay is not set up" }
  const paid = { txnRef: attempt.txn_ref, createDate: attempt.create_date }
  const reply = await callVnpay(vnpay, queryRequest(vnpay, newRequestId(), paid))
  if (!("body" in reply)) return { kind: "silent", why: reply.failure }
  const answer = paymentAnswer(reply.body, attempt.txn_ref, vnpay)
  if (answer.kind !== "notice") return answer
  const verdict = await container.resolve(GATEWAY).record("vnpay", answer.notice)
  if (verdict === "00" && answer.notice.outcome === "captured") wakeSettling(container)
  return { kind: "recorded", verdict }
}
