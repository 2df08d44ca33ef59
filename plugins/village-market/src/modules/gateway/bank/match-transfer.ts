import type { BankTransaction, ReviewReason } from "./rows"

/** What is known of an attempt that a transfer names. `orderOpen` is whether its order, if it has one, still waits for money. */
export type NamedAttempt = {
  txn_ref: string
  amount: number
  state: string
  superseded_at: Date | null
  expires_at: Date | null
  orderOpen: boolean
}

export type Finding =
  | { kind: "not_ours"; reason: "outgoing" | "other_account" }
  | { kind: "capture"; txn_ref: string }
  | { kind: "review"; reason: ReviewReason; txn_ref?: string }

type Transfer = Pick<BankTransaction, "direction" | "account" | "amount" | "booked_at">

/**
 * What a movement on an account is: a payment only if it is money in, on our account, of exactly the amount asked for
 * under exactly one reference that is ours, in time, for the first time. Anything else a person looks at. `named` are
 * the attempts of the references in its content, `references` how many there are.
 */
export function matchTransfer(
  transfer: Transfer,
  ourAccount: string,
  references: number,
  named: readonly NamedAttempt[],
): Finding {
  if (transfer.direction !== "in") return { kind: "not_ours", reason: "outgoing" }
  if (transfer.account !== ourAccount) return onOtherAccount(named)
  if (references === 0) return { kind: "review", reason: "no_reference" }
  const [attempt, ...more] = named
  if (!attempt) return { kind: "review", reason: "unknown_reference" }
  if (more.length > 0) return { kind: "review", reason: "several_references" }
  const { txn_ref } = attempt
  const reason = objection(transfer, attempt)
  return reason ? { kind: "review", reason, txn_ref } : { kind: "capture", txn_ref }
}

/** Money on another account is the shop's affair if somebody pays one of our references there, by the QR of a former account. */
function onOtherAccount([attempt, ...more]: readonly NamedAttempt[]): Finding {
  if (!attempt) return { kind: "not_ours", reason: "other_account" }
  if (more.length > 0) return { kind: "review", reason: "other_account" }
  return { kind: "review", reason: "other_account", txn_ref: attempt.txn_ref }
}

/** A transfer that was in time stays so, however late the notice of it comes, as long as the goods are still held. */
function objection(transfer: Transfer, attempt: NamedAttempt): ReviewReason | undefined {
  if (attempt.state === "captured") return "second"
  if (attempt.expires_at && transfer.booked_at > attempt.expires_at) return "late"
  if (attempt.state !== "pending" || attempt.superseded_at || !attempt.orderOpen) return "order_gone"
  if (transfer.amount < attempt.amount) return "less"
  return transfer.amount > attempt.amount ? "more" : undefined
}
