import type { GatewayWord } from "../gateway-word"
import { dongOf } from "./amount"
import { readAnswer } from "./api-message"
import { outcomeOf } from "./codes"
import type { VnpaySettings } from "./settings"

/**
 * Reads what VNPay says of a payment (querydr) as if it were its notice. Of a payment that has been given back in the
 * meantime it says nothing about how it was paid: a person decides.
 */
export function paymentAnswer(body: unknown, txnRef: string, settings: VnpaySettings): GatewayWord {
  const answer = readAnswer(body, "querydr", settings)
  if (!answer) return { kind: "silent", why: "signature" }
  const code = answer.vnp_ResponseCode ?? ""
  if (code === "91") return { kind: "nothing" }
  if (code !== "00" || answer.vnp_TxnRef !== txnRef) return { kind: "silent", why: code }
  const status = answer.vnp_TransactionStatus ?? ""
  const of = (key: string) => answer[key] ?? ""
  return {
    kind: "notice",
    notice: {
      txnRef,
      amount: dongOf(of("vnp_Amount")),
      responseCode: code,
      transactionStatus: status,
      transactionNo: of("vnp_TransactionNo"),
      bankCode: of("vnp_BankCode"),
      payDate: of("vnp_PayDate"),
      outcome: answer.vnp_TransactionType === "01" ? outcomeOf(code, status) : "review",
      key: of("vnp_SecureHash").toLowerCase(),
      raw: JSON.stringify(answer),
    },
  }
}
