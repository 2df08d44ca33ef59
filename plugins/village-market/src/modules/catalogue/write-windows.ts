import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { TAKEN } from "./reads/visible-listings"
import { dayEnd, dayStart, type SaleWindowFields } from "./sale-window"

export type SetWindow =
  | { ok: true; id: string }
  | { ok: false; why: "past" }
  | { ok: false; why: "below"; taken: number }

/**
 * Sets the window of a listing, or changes the one that has not closed yet: no lower than what is ordered already.
 * The listing's windows stay locked meanwhile, so that no order takes a place in between.
 */
export async function setWindow(
  db: Knex,
  listing_id: string,
  fields: SaleWindowFields,
  now = new Date(),
): Promise<SetWindow> {
  const { opens_on, closes_on, cap, expected_on, note } = fields
  const row = { opens_at: dayStart(opens_on), closes_at: dayEnd(closes_on), cap, expected_on, note }
  if (row.closes_at <= now) return { ok: false, why: "past" }
  return db.transaction(async (trx) => {
    const open = await lockOpen(trx, listing_id, now)
    if (open && cap < open.taken) return { ok: false, why: "below", taken: open.taken }
    const id = open?.id ?? `swin_${randomUUID().replaceAll("-", "")}`
    // A window does not reach back into one that was closed earlier that day.
    const { rows } = await trx.raw<{ rows: { last: Date | null }[] }>(
      "select max(closes_at) as last from sale_window where listing_id = ? and id <> ?",
      [listing_id, id],
    )
    const last = rows[0]?.last
    const set = { ...row, opens_at: last && last > row.opens_at ? last : row.opens_at }
    if (open) await trx("sale_window").where({ id }).update(set)
    else await trx("sale_window").insert({ ...set, id, listing_id })
    return { ok: true, id }
  })
}

/** Closes the window of a listing now; one that has not opened and has no orders is taken away. */
export async function endWindow(db: Knex, listing_id: string, now = new Date()): Promise<{ id: string } | undefined> {
  return db.transaction(async (trx) => {
    const open = await lockOpen(trx, listing_id, now)
    if (!open) return undefined
    const query = trx("sale_window").where({ id: open.id })
    if (open.opens_at < now) await query.update({ closes_at: now })
    else if (open.taken === 0) await query.delete()
    else await query.update({ opens_at: new Date(now.getTime() - 1), closes_at: now })
    return { id: open.id }
  })
}

type Open = { id: string; opens_at: Date; taken: number }

async function lockOpen(trx: Knex.Transaction, listing_id: string, now: Date): Promise<Open | undefined> {
  await trx.raw("select id from listing where id = ? for update", [listing_id])
  await trx.raw("select id from sale_window where listing_id = ? and closes_at > ? for update", [listing_id, now])
  const { rows } = await trx.raw<{ rows: Open[] }>(
    `select id, opens_at, ${TAKEN} as taken from sale_window w where listing_id = ? and closes_at > ?`,
    [listing_id, now],
  )
  return rows[0]
}

/** Variants that Medusa may still sell without stock though their listing's windows have all closed. */
export async function variantsPastWindow(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select v.id from product_variant v join listing l on l.product_id = v.product_id
     where v.allow_backorder and v.deleted_at is null
       and exists (select from sale_window w where w.listing_id = l.id)
       and not exists (select from sale_window w where w.listing_id = l.id and w.closes_at > now())`,
  )
  return rows.map(({ id }) => id)
}
