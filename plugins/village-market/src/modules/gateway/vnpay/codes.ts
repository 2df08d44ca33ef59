export const OUTCOMES = ["captured", "failed", "review", "pending"] as const
/**
 * What a payment has come to. `review`: money may have moved though VNPay does not call it paid; a person decides,
 * nothing is sent and nothing is written off.
 */
export type Outcome = (typeof OUTCOMES)[number]

/** vnp_ResponseCode of a payment that took no money. */
const REFUSED = new Set(["09", "10", "11", "12", "13", "24", "51", "65", "75", "79", "99"])

/**
 * vnp_ResponseCode and vnp_TransactionStatus of a payment notice → our state. Paid needs both to be 00 (VNPay's PHP
 * sample takes either, which is a mistake); codes that contradict each other or that nobody documented go to a person.
 */
export function outcomeOf(responseCode = "", transactionStatus = ""): Outcome {
  if (responseCode === "07" || transactionStatus === "07" || transactionStatus === "04") return "review"
  if (responseCode === "00" && transactionStatus === "00") return "captured"
  if (transactionStatus === "01") return "pending"
  if (transactionStatus === "02") return "failed"
  return transactionStatus === "" && REFUSED.has(responseCode) ? "failed" : "review"
}
