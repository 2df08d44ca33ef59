import { type Outcome, outcomeOf } from "./codes"
import { readVnpayQuery } from "./query"
import type { VnpaySettings } from "./settings"
import { isSigned } from "./sign"

/** What VNPay says about one payment, its signature checked. */
export type Notice = {
  txnRef: string
  /** đồng × 100, as sent. */
  amount: string
  responseCode: string
  transactionStatus: string
  transactionNo: string
  bankCode: string
  payDate: string
  outcome: Outcome
  /** The signature: the same notice sent again carries the same one. */
  key: string
  /** The query as it came. */
  raw: string
}

/**
 * Reads a notice or a return from its URL as it came over the wire. Undefined unless one of our secrets signed it, for
 * our terminal; nothing in an unsigned one may be believed.
 */
export function readNotice(url: string, settings: VnpaySettings): Notice | undefined {
  const params = readVnpayQuery(url)
  if (!params || !isSigned(params, settings.secrets) || params.vnp_TmnCode !== settings.tmnCode) return undefined
  const of = (key: string) => params[key] ?? ""
  return {
    txnRef: of("vnp_TxnRef"),
    amount: of("vnp_Amount"),
    responseCode: of("vnp_ResponseCode"),
    transactionStatus: of("vnp_TransactionStatus"),
    transactionNo: of("vnp_TransactionNo"),
    bankCode: of("vnp_BankCode"),
    payDate: of("vnp_PayDate"),
    outcome: outcomeOf(params.vnp_ResponseCode, params.vnp_TransactionStatus),
    key: of("vnp_SecureHash").toLowerCase(),
    raw: url.slice(url.indexOf("?") + 1),
  }
}
