import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type RefundDue, RefundDueRow } from "./rows"

export type NewRefundDue = Pick<RefundDue, "id" | "amount" | "reason"> & Partial<RefundDue>

/** Money that must go back to a buyer; the same id is one debt. */
export async function recordRefundDue(db: Knex, due: NewRefundDue): Promise<void> {
  await db("refund_due").insert(due).onConflict("id").ignore()
}

/** What is owed still, oldest first. */
export async function refundsDue(db: Knex): Promise<RefundDue[]> {
  const rows = await db("refund_due").whereNull("returned_at").orderBy("created_at")
  return rows.map((row) => RefundDueRow.parse(row))
}

/** All of an order's refunds, those that have gone back included. */
export async function refundsOfOrder(db: Knex, orderId: string): Promise<RefundDue[]> {
  const rows = await db("refund_due").where({ order_id: orderId }).orderBy("created_at")
  return rows.map((row) => RefundDueRow.parse(row))
}
