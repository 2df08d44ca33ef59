import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RefundAnswer } from "./refund-answer"
import type { RefundAttempt } from "./refund-rows"
import { mayResend } from "./refund-step"

export const secondsFromNow = (db: Knex, seconds: number) => db.raw("now() + make_interval(secs => ?)", [seconds])

/** `pause` in seconds until the gateway is asked again; `late` once it can no longer be about to carry the refund out. */
type Now = { refund: RefundAttempt; pause: number; late: boolean }

/** What an answer about a refund that is under way changes on its row. */
export function consequence(db: Knex, answer: RefundAnswer, { refund, pause, late }: Now): object {
  const again = { state: "unknown", next_try_at: secondsFromNow(db, pause) }
  switch (answer.kind) {
    case "confirmed":
      return {
        ...{ state: "confirmed", reason: null, transaction_no: answer.transactionNo, last_error: null },
        ...{ decided_at: db.fn.now(), next_try_at: db.fn.now() },
      }
    case "refused":
      return { state: "refused", reason: answer.reason, decided_at: db.fn.now(), next_try_at: null }
    case "unknown":
      return { ...again, reason: answer.reason }
    case "absent":
      // A gateway that has accepted a refund knows of it, whether it shows it or not.
      if (refund.response_code === "00") return { ...again, reason: "not_shown" }
      if (!late) return { ...again, reason: "absent" }
      return {
        ...{ state: "refused", reason: "absent", decided_at: db.fn.now() },
        next_try_at: mayResend(refund.number) ? db.fn.now() : null,
      }
  }
}
