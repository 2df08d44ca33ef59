import type { Outcome } from "./vnpay/codes"

/** What a gateway says about one payment, its word already proved to be the gateway's own. */
export type PaymentNotice = {
  /** Our reference of the attempt. */
  txnRef: string
  /** Whole đồng; undefined for what is not a whole amount of đồng, which no attempt can have. */
  amount: number | undefined
  responseCode: string
  transactionStatus: string
  /** The gateway's own number of the payment. */
  transactionNo: string
  bankCode: string
  payDate: string
  outcome: Outcome
  /** The same for the same notice sent again. */
  key: string
  /** As it came. */
  raw: string
}
