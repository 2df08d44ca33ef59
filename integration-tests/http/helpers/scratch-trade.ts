import { randomBytes } from "node:crypto"
import type fc from "fast-check"
import knex, { type Knex } from "knex"
import { freezeParts } from "../../../plugins/village-market/src/modules/trade/freeze-parts"
import { placeParts } from "../../../plugins/village-market/src/modules/trade/move-part"
import { ensureParts } from "../../../plugins/village-market/src/modules/trade/store-parts"
import { variable } from "../../harness/variable"
import { type basket, listing, orderOf, RATES, seller } from "./random-orders"

const TABLES = [
  ...["producer_order", "producer_order_line", "producer_order_change", "producer_order_act", "sale_event"],
  ...["refund_due", "order_notice", "ahead_line", "cash_taking", "cash_code"],
]

/**
 * Tables like the shop's own on its own database server, constraints and all, dropped afterwards: the shop's jobs
 * would look for the Medusa orders of rows that a test makes up.
 */
export async function withScratchTrade(deed: (db: Knex) => Promise<void>): Promise<void> {
  const schema = `random_${randomBytes(6).toString("hex")}`
  const connection = variable("TEST_DATABASE_URL")
  const db = knex({ client: "pg", connection, searchPath: [schema, "public"], pool: { min: 1, max: 8 } })
  try {
    await db.raw("create schema ??", [schema])
    for (const table of TABLES) {
      await db.raw("create table ??.?? (like public.?? including all)", [schema, table, table])
    }
    await deed(db)
  } finally {
    await db.raw("drop schema if exists ?? cascade", [schema])
    await db.destroy()
  }
}

/** An order of a made-up basket, placed. */
export async function placeOrder(db: Knex, bought: typeof basket extends fc.Arbitrary<infer T> ? T : never) {
  const order = orderOf(bought, randomBytes(8).toString("hex"))
  const numbers = [0, 1, 2]
  const parts = freezeParts(order, numbers.map(listing), numbers.map(seller), RATES, "2026-11-24")
  await ensureParts(db, parts)
  await placeParts(db, order.id, { answerHours: 24 })
  return { order, parts, sold: parts.reduce((sum, { order: { total } }) => sum + total, 0) }
}
