import type { BankTransaction } from "../../modules/gateway/bank/rows"
import type { PaymentNotice } from "../../modules/gateway/payment-notice"

/**
 * Transfers as a gateway's notice: the bank has said that the money is there. The payment's number is our own of the
 * transfer, so that a repeated try knows its own.
 */
export const transferNotice = (
  txnRef: string,
  amount: number,
  { id, booked_at, raw }: BankTransaction,
  all: BankTransaction[] = [],
): PaymentNotice => ({
  ...{ txnRef, amount, responseCode: "00", transactionStatus: "00", transactionNo: id, bankCode: "" },
  ...{ payDate: booked_at.toISOString(), outcome: "captured", key: id },
  raw: all.length > 1 ? JSON.stringify(all.map((one) => one.id)) : raw,
})
