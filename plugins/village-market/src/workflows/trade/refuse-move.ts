import { MedusaError } from "@medusajs/framework/utils"
import type { CollectOutcome } from "../../modules/trade/collect-cash"
import type { MoveOutcome } from "../../modules/trade/move-part"
import type { AnswerOutcome, AskOutcome } from "../../modules/trade/return-requests"
import type { TakeBack } from "../../modules/trade/take-back"

type Failure<T> = Exclude<T, { ok: true }>
type Refusal =
  | Failure<MoveOutcome>
  | Failure<CollectOutcome>
  | Failure<TakeBack>
  | Failure<AskOutcome>
  | Failure<AnswerOutcome>

export const REFUSALS = {
  already_there: "This has been done already.",
  not_now: "This cannot be done with the order as it is now.",
  not_yours: "This is for somebody else to do.",
  cash_missing: "The buyer pays cash: confirm that it was paid",
  paid_by_qr: "The buyer has paid by QR: give the cash back.",
  proof_missing: "Something has to show that the cash was paid.",
  difference_missing: "This is not the amount that is due: say why.",
  code_wrong: "This is not the buyer's code.",
  code_blocked: "The code was keyed in wrongly too often: another proof is needed.",
  no_code: "The buyer of this order was given no code: another proof is needed.",
  no_such_receipt: "There is no such photo of a receipt with this order.",
  no_such_line: "There is no such line in this order.",
  too_many: "That is more than is left of this line.",
  nothing: "Nothing is left of this order.",
  window_over: "The time to ask for a return is over.",
  not_found: "There is no such request.",
} as const satisfies Record<Refusal["why"], string>

/** The request is wrong, not the moment. */
const WRONG = new Set<Refusal["why"]>([
  ...(["cash_missing", "no_such_line", "too_many"] as const),
  ...(["proof_missing", "difference_missing", "code_wrong", "code_blocked", "no_code", "no_such_receipt"] as const),
])

/** A refused move as an answer over HTTP: 404 for what is not there, 400 for a wrong request, 409 for a wrong moment. */
export function refuseMove({ why }: { why: Refusal["why"] }): never {
  const kind =
    why === "not_found"
      ? MedusaError.Types.NOT_FOUND
      : WRONG.has(why)
        ? MedusaError.Types.INVALID_DATA
        : MedusaError.Types.CONFLICT
  throw new MedusaError(kind, REFUSALS[why], why)
}
