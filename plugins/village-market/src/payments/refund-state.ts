import type { RefundAttempt } from "../modules/gateway/refund-rows"

/**
 * Where money on its way back stands. `waiting`: not begun, or (without a payment at the gateway) up to the operator;
 * `sending`: asked for, no answer yet; `checking`: no clear answer, the gateway is being asked; `confirmed`: the gateway
 * says that it has gone back; `refused`: the gateway will not, a person has to act; `returned`: gone back, by whom and
 * by which reference. Only `confirmed` and `returned` may be called refunded.
 */
export type RefundState =
  | { kind: "waiting" }
  | { kind: "sending" }
  | { kind: "checking"; reason: string }
  | { kind: "confirmed"; transactionNo: string }
  | { kind: "refused"; reason: string }
  | { kind: "returned"; at: Date; by: string; note: string }

type Due = { returned_at: Date | null; returned_by: string | null; returned_note: string | null }
type Last = Pick<RefundAttempt, "state" | "reason" | "transaction_no" | "next_try_at">

/** The state of a debt, from its row and the last try to send it back through the gateway. */
export function refundState(due: Due, last?: Last): RefundState {
  if (due.returned_at) {
    return { kind: "returned", at: due.returned_at, by: due.returned_by ?? "", note: due.returned_note ?? "" }
  }
  switch (last?.state) {
    case undefined:
      return { kind: "waiting" }
    case "intended":
      return { kind: "sending" }
    case "unknown":
      return { kind: "checking", reason: last.reason ?? "" }
    case "confirmed":
      return { kind: "confirmed", transactionNo: last.transaction_no ?? "" }
    case "refused":
      // About to be sent again, by itself or because the operator wants it.
      return last.next_try_at ? { kind: "waiting" } : { kind: "refused", reason: last.reason ?? "" }
  }
}
