import type { PaymentNotice } from "../payment-notice"
import { dongOf } from "./amount"
import { outcomeOf } from "./codes"
import { readVnpayQuery } from "./query"
import type { VnpaySettings } from "./settings"
import { isSigned } from "./sign"

/**
 * Reads a notice or a return from its URL as it came over the wire. Undefined unless one of our secrets signed it, for
 * our terminal; nothing in an unsigned one may be believed.
 */
export function readNotice(url: string, settings: VnpaySettings): PaymentNotice | undefined {
  const params = readVnpayQuery(url)
  if (!params || !isSigned(params, settings.secrets) || params.vnp_TmnCode !== settings.tmnCode) return undefined
  const of = (key: string) => params[key] ?? ""
  return {
    txnRef: of("vnp_TxnRef"),
    amount: dongOf(of("vnp_Amount")),
    responseCode: of("vnp_ResponseCode"),
    transactionStatus: of("vnp_TransactionStatus"),
    transactionNo: of("vnp_TransactionNo"),
    bankCode: of("vnp_BankCode"),
    payDate: of("vnp_PayDate"),
    outcome: outcomeOf(params.vnp_ResponseCode, params.vnp_TransactionStatus),
    // The signature: the same notice sent again carries the same one.
    key: of("vnp_SecureHash").toLowerCase(),
    raw: url.slice(url.indexOf("?") + 1),
  }
}
