import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../../modules/gateway"
import { wakeSettling } from "../settle-payments"
import { surplusOf } from "./decide-transfer"
import { transferNotice } from "./transfer-notice"

/**
 * Carries out what an operator has decided: the attempt to which transfers were matched is paid by them. Repeats change
 * nothing, so that a crash after the decision loses nothing.
 */
export async function captureMatched(container: MedusaContainer): Promise<void> {
  const gateway = container.resolve(GATEWAY)
  for (const { attempt_id, transfers } of await gateway.bank.matchedUnpaid()) {
    const attempt = await gateway.attemptById(attempt_id)
    const [first] = transfers
    if (!attempt || !first) continue
    await gateway.record("bank", transferNotice(attempt.txn_ref, attempt.amount, first, transfers))
    const paid = await gateway.attemptById(attempt_id)
    if (paid?.transaction_no === first.id) {
      wakeSettling(container)
      continue
    }
    // Paid by another transfer meanwhile: nothing is over, and a person decides anew.
    const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await db.transaction(async (trx) => {
      await trx("refund_due")
        .where({ id: surplusOf(attempt_id) })
        .whereNull("returned_at")
        .delete()
      for (const { id } of transfers) await gateway.bank.reopen(id, "second", attempt_id, trx)
    })
  }
}
