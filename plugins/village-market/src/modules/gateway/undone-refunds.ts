import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RefundAttempt } from "./refund-rows"
import { openTask } from "./tasks"

/** The reason of a debt that is owed again. It goes back by hand only, and Medusa's books hold its refund already. */
export const UNDONE = "refund_undone"

/**
 * The bank has sent back what had counted as returned: the buyer is still without the money, so it is owed again, and
 * the operator has to look for another way. Called within the transaction that takes the word down. The first debt
 * stays as it was told; a card that sent it back once is not tried again by itself.
 */
export async function oweAgain(trx: Knex.Transaction, refund: RefundAttempt, why: { refund: string; reason: string }) {
  const due = await trx("refund_due").where({ id: refund.refund_due_id }).first()
  await trx("refund_due")
    .insert({
      ...{ id: `refund-undone:${why.refund}`, amount: refund.amount, reason: UNDONE, means: due.means },
      ...{ order_id: due.order_id, cart_id: due.cart_id, payment_attempt_id: refund.payment_attempt_id },
    })
    .onConflict("id")
    .ignore()
  const evidence = { amount: refund.amount, reason: why.reason, refund: why.refund, debt: refund.refund_due_id }
  await openTask(trx, { kind: "refund_undone", subject: why.refund, evidence })
}
