import type { RefundAnswer } from "../modules/gateway/refund-answer"
import type { TakenDown } from "../modules/gateway/refunds"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { vnpayAmount } from "../modules/gateway/vnpay/amount"
import { type ApiReply, callVnpay } from "../modules/gateway/vnpay/api-client"
import { type ApiMessage, readAnswer } from "../modules/gateway/vnpay/api-message"
import { newRequestId, queryRequest, refundRequest } from "../modules/gateway/vnpay/api-request"
import { paymentAnswer } from "../modules/gateway/vnpay/payment-answer"
import { type ExpectedRefund, lookUpAnswer, refundAnswer } from "../modules/gateway/vnpay/refund-answer"
import type { VnpaySettings } from "../modules/gateway/vnpay/settings"
import type { PaymentGateway, RefundToSpeakOf } from "./gateways"

/** VNPay's querydr and refund (2.1.0) for our attempts and refunds. */
export function vnpayGateway(vnpay: VnpaySettings): PaymentGateway {
  return {
    refundDoubtSeconds: vnpay.refundDoubtSeconds,

    async ask(attempt) {
      const reply = await callVnpay(vnpay, queryRequest(vnpay, newRequestId(), paymentOf(attempt)))
      if (!("body" in reply)) return { kind: "silent", why: reply.failure }
      return paymentAnswer(reply.body, attempt.txn_ref, vnpay)
    },

    async sendRefund(turn) {
      const { refund, payment } = turn
      const { amount, paymentNo } = expectedOf(turn)
      const { request_id: requestId, transaction_type: type } = refund
      const message = refundRequest(vnpay, {
        ...paymentOf(payment),
        ...{ requestId, transactionNo: paymentNo, amount, type },
      })
      const reply = await callVnpay(vnpay, message)
      return { ...takeDown(turn, message, reply, refundAnswer), ...codesOf(reply) }
    },

    async lookUpRefund(turn) {
      const message = queryRequest(vnpay, newRequestId(), paymentOf(turn.payment))
      return takeDown(turn, message, await callVnpay(vnpay, message), lookUpAnswer)
    },
  }

  function takeDown(
    turn: RefundToSpeakOf,
    message: ApiMessage,
    reply: ApiReply,
    read: (body: unknown, expected: ExpectedRefund, settings: VnpaySettings) => RefundAnswer,
  ): TakenDown {
    const answer =
      "body" in reply ? read(reply.body, expectedOf(turn), vnpay) : { kind: "unknown" as const, reason: reply.failure }
    return { answer, key: message.vnp_RequestId ?? "", raw: JSON.stringify(reply) }
  }

  /** The refund's own codes, from a signed answer. */
  function codesOf(reply: ApiReply): { responseCode?: string; status?: string } {
    const answer = "body" in reply ? readAnswer(reply.body, "refund", vnpay) : undefined
    return answer ? { responseCode: answer.vnp_ResponseCode, status: answer.vnp_TransactionStatus } : {}
  }
}

const paymentOf = ({ txn_ref, create_date }: PaymentAttempt) => ({ txnRef: txn_ref, createDate: create_date ?? "" })

const expectedOf = ({ refund, payment, earlierNos }: RefundToSpeakOf): ExpectedRefund => ({
  txnRef: payment.txn_ref,
  amount: vnpayAmount(refund.amount) ?? "",
  paymentNo: payment.transaction_no ?? "",
  earlierNos,
})
