import type { Pool } from "pg"

export type Copies = { from: number; to: number }

/** Tables that an order of this shop leaves rows in, by the column that names the order, parents first. */
const OF_ORDER = [
  ["order", "id"],
  ["order_summary", "order_id"],
  ["order_item", "order_id"],
  ["order_shipping", "order_id"],
  ["order_transaction", "order_id"],
  ["order_cart", "order_id"],
  ["producer_order", "order_id"],
  ["sale_event", "order_id"],
] as const

/** Link tables spell it the long way. */
const TEXT = ["text", "character varying"]

const LINE_ITEMS = `select item_id from order_item where order_id = $1`
const PARTS = `select id from producer_order where order_id = $1`

/** A number of copies of one order, rows and all, so that a completion meets tables of that size. */
export async function copyOrder(pool: Pool, orderId: string, copies: Copies): Promise<void> {
  const ids = await idsOf(pool, orderId)
  await copy(pool, "order_line_item", `t.id in (${LINE_ITEMS})`, orderId, ids, copies)
  for (const [table, column] of OF_ORDER) {
    await copy(pool, table, `t.${column} = $1`, orderId, ids, copies)
    if (table === "producer_order") {
      await copy(pool, "producer_order_line", `t.producer_order_id in (${PARTS})`, orderId, ids, copies)
    }
  }
  await pool.query("analyze")
}

async function idsOf(pool: Pool, orderId: string): Promise<string[]> {
  const { rows } = await pool.query(
    `select id from producer_order where order_id = $1
     union select cart_id from producer_order where order_id = $1
     union select l.id from producer_order_line l join producer_order p on p.id = l.producer_order_id where p.order_id = $1
     union select id from sale_event where order_id = $1
     union select id from order_item where order_id = $1 union ${LINE_ITEMS}
     union select id from order_summary where order_id = $1
     union select id from order_shipping where order_id = $1
     union select id from order_transaction where order_id = $1
     union select id from order_cart where order_id = $1`,
    [orderId],
  )
  return [orderId, ...rows.map(({ id }) => id)]
}

/** Every text that is an id of the copied order gets the copy's number behind it. */
async function copy(pool: Pool, table: string, where: string, orderId: string, ids: string[], copies: Copies) {
  const { rows: columns } = await pool.query(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'
       and column_name not in ('display_id', 'custom_display_id')`,
    [table],
  )
  const names = columns.map(({ name }) => `"${name}"`)
  const values = columns.map(({ name, type }) =>
    TEXT.includes(type)
      ? `case when t."${name}" = any (($2)::text[]) then t."${name}" || '_' || n else t."${name}" end`
      : `t."${name}"`,
  )
  await pool.query(
    `insert into "${table}" (${names.join(", ")})
     select ${values.join(", ")} from "${table}" t, generate_series($3::int, $4::int) n where ${where} and $2::text[] is not null`,
    [orderId, ids, copies.from, copies.to],
  )
}
