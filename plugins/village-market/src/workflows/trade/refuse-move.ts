import { MedusaError } from "@medusajs/framework/utils"
import type { MoveOutcome } from "../../modules/trade/move-part"
import type { AnswerOutcome, AskOutcome } from "../../modules/trade/return-requests"
import type { TakeBack } from "../../modules/trade/take-back"

type Failure<T> = Exclude<T, { ok: true }>
type Refusal = Failure<MoveOutcome> | Failure<TakeBack> | Failure<AskOutcome> | Failure<AnswerOutcome>

export const REFUSALS = {
  already_there: "This has been done already.",
  not_now: "This cannot be done with the order as it is now.",
  not_yours: "This is for somebody else to do.",
  cash_missing: "The buyer pays cash: confirm that it was paid",
  no_such_line: "There is no such line in this order.",
  too_many: "That is more than is left of this line.",
  nothing: "Nothing is left of this order.",
  window_over: "The time to ask for a return is over.",
  not_found: "There is no such request.",
} as const satisfies Record<Refusal["why"], string>

/** A refused move as an answer over HTTP: 404 for what is not there, 400 for a wrong request, 409 for a wrong moment. */
export function refuseMove({ why }: { why: Refusal["why"] }): never {
  const kind =
    why === "not_found"
      ? MedusaError.Types.NOT_FOUND
      : why === "cash_missing" || why === "no_such_line" || why === "too_many"
        ? MedusaError.Types.INVALID_DATA
        : MedusaError.Types.CONFLICT
  throw new MedusaError(kind, REFUSALS[why], why)
}
