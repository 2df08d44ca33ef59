import type { RefundAnswer } from "../refund-answer"
import { type ApiMessage, readAnswer } from "./api-message"
import type { VnpaySettings } from "./settings"

/** The refund that is asked for or looked up. */
export type ExpectedRefund = {
  txnRef: string
  /** As `vnpayAmount` writes it. */
  amount: string
  /** VNPay's numbers of the payment and of the refunds of it that are confirmed already. */
  paymentNo: string
  earlierNos: readonly string[]
}

/** vnp_ResponseCode by which VNPay says that it gave nothing back: wrong request, not paid, not so much, not found. */
const REFUSED = new Set(["02", "03", "04", "13", "91", "93", "95", "97"])

const unknown = (reason: string): RefundAnswer => ({ kind: "unknown", reason })

/**
 * Reads the answer to a refund. 94 means that one is under way already, 98 and 99 that VNPay itself does not know;
 * 00 is "accepted", and only the transaction's status 00 says that the money has gone back.
 */
export function refundAnswer(body: unknown, expected: ExpectedRefund, settings: VnpaySettings): RefundAnswer {
  const answer = readAnswer(body, "refund", settings)
  if (answer?.vnp_TxnRef !== expected.txnRef) return unknown("signature")
  const code = answer.vnp_ResponseCode ?? ""
  if (code === "00") return byStatus(answer, expected)
  return REFUSED.has(code) ? { kind: "refused", reason: code } : unknown(code)
}

/**
 * Reads what VNPay says of a payment (querydr) for the refund that is in doubt. VNPay shows the latest transaction of
 * a payment: a refund not confirmed before is ours, as only one is ever under way; an earlier one, or the payment
 * itself, means that ours never arrived.
 */
export function lookUpAnswer(body: unknown, expected: ExpectedRefund, settings: VnpaySettings): RefundAnswer {
  const answer = readAnswer(body, "querydr", settings)
  if (answer?.vnp_TxnRef !== expected.txnRef) return unknown("signature")
  if (answer.vnp_ResponseCode !== "00") return unknown(answer.vnp_ResponseCode ?? "")
  const { vnp_TransactionType: type, vnp_TransactionNo: no = "" } = answer
  const { earlierNos, paymentNo } = expected
  if (type === "01") return earlierNos.length === 0 ? { kind: "absent" } : unknown("not_shown")
  if (type !== "02" && type !== "03") return unknown("not_shown")
  // A refund shown without a number of its own cannot be told from an earlier one.
  if (no === "" || no === paymentNo) return earlierNos.length > 0 ? unknown("not_shown") : byStatus(answer, expected)
  return earlierNos.includes(no) ? { kind: "absent" } : byStatus(answer, expected)
}

/** vnp_TransactionStatus of a refund: 05 and 06 are on their way, 09 came back from the bank. */
function byStatus(answer: ApiMessage, { amount }: ExpectedRefund): RefundAnswer {
  if (answer.vnp_Amount !== amount) return unknown("another_amount")
  switch (answer.vnp_TransactionStatus) {
    case "00":
      return { kind: "confirmed", transactionNo: answer.vnp_TransactionNo ?? "" }
    case "05":
    case "06":
      return unknown("processing")
    case "09":
      return { kind: "refused", reason: "bank" }
    default:
      return unknown("status")
  }
}
