import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { TAKEN } from "../catalogue/reads/visible-listings"
import { refusedAhead } from "../catalogue/refusals"
import { takePlaces } from "../catalogue/sale-window"
import type { ProducerOrderLine } from "./rows"

type Line = Pick<ProducerOrderLine, "id" | "listing_id" | "order_line_id" | "quantity">

const Window = z.object({
  id: z.string(),
  listing_id: z.string(),
  opens_at: z.date(),
  closes_at: z.date(),
  cap: z.coerce.number().int(),
  expected_on: z.string(),
})

/**
 * Gives lines their places in the windows their listings are sold from, within the transaction that writes the lines:
 * the windows stay locked until it ends, so whoever comes next counts these lines too. Over the cap, before the
 * opening or after the closing nothing is written and the refusal is thrown (see `refusals.ts`).
 */
export async function reserveWindow(trx: Knex.Transaction, lines: Line[], at = new Date()): Promise<void> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `select id, listing_id, opens_at, closes_at, cap, expected_on::text as expected_on from sale_window
     where listing_id = any (?) and closes_at > ? order by id for update`,
    [lines.map(({ listing_id }) => listing_id), at],
  )
  const windows = rows.map((row) => Window.parse(row))
  for (const window of windows) {
    const own = lines.filter(({ listing_id }) => listing_id === window.listing_id)
    const taking = takePlaces({ ...window, taken: await taken(trx, window.id) }, sum(own), at)
    if (!taking.ok) throw refusedAhead(taking)
    await trx("ahead_line").insert(
      own.map(({ id }) => ({ line_id: id, window_id: window.id, expected_on: window.expected_on })),
    )
  }
  const others = lines.filter(({ listing_id }) => !windows.some((window) => window.listing_id === listing_id))
  await refuseLate(trx, others)
}

/** Counted after the lock, by a statement of its own: that sees what the last holder of the lock committed. */
async function taken(trx: Knex.Transaction, id: string): Promise<number> {
  const { rows } = await trx.raw<{ rows: { taken: number }[] }>(
    `select ${TAKEN} as taken from sale_window w where id = ?`,
    [id],
  )
  return rows[0]?.taken ?? 0
}

const sum = (lines: Line[]) => lines.reduce((total, { quantity }) => total + quantity, 0)

/** Goods whose window has closed come from stock; what Medusa reserved without looking at the stock is refused. */
async function refuseLate(trx: Knex.Transaction, lines: Line[]): Promise<void> {
  if (lines.length === 0) return
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `select 1 from reservation_item r
     join unnest(?::text[], ?::text[]) as line (order_line_id, listing_id) on line.order_line_id = r.line_item_id
     where r.allow_backorder and r.deleted_at is null
       and exists (select from sale_window w where w.listing_id = line.listing_id) limit 1`,
    [lines.map(({ order_line_id }) => order_line_id), lines.map(({ listing_id }) => listing_id)],
  )
  if (rows.length > 0) throw refusedAhead({ ok: false, why: "closed" })
}
