import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Whether and how somebody was told; who bought is shown only to whom the order is known anyway. */
export type ReachedBuyer = {
  id: string
  order_id: string
  numbers: string[]
  goods: string[]
  state: "to_send" | "sent" | "failed" | "no_contact" | "dropped"
  channel: "email" | "sms" | null
  tries: number
  sent_at: Date | null
  called_at: Date | null
  called_by: string | null
  called_note: string | null
  name: string
  phone: string | null
  email: string | null
  bought_at: "web" | "phone" | "stall"
}

/**
 * Everybody who got goods of a recall's lots, those who still have to be told first. With `producer_id` only its own
 * buyers, with what they bought of it.
 */
export async function readReached(pg: Knex, recallId: string, producer_id?: string): Promise<ReachedBuyer[]> {
  const { rows } = await pg.raw<{ rows: ReachedBuyer[] }>(
    `select w.id, w.order_id, array_agg(distinct part.display_no) as numbers, array_agg(distinct line.title) as goods,
       w.state, w.channel, w.tries, w.sent_at, w.called_at, w.called_by, w.called_note,
       min(part.buyer_name) as name, nullif(min(part.buyer_phone), '') as phone, min(part.buyer_email) as email,
       min(part.channel) as bought_at
     from lot_recall_reach w join lot_recall r on r.id = w.recall_id
     join lot_recall_lot taken on taken.recall_id = coalesce(r.recall_id, r.id)
     join lot_allocation a on a.lot_id = taken.lot_id and a.deleted_at is null
     join producer_order_line line on line.id = a.producer_order_line_id
     join producer_order part on part.id = line.producer_order_id and part.order_id = w.order_id
     where w.recall_id = ? and w.audience = 'buyer' and (?::text is null or part.producer_id = ?)
     group by w.id
     order by (w.state in ('failed', 'no_contact') and w.called_at is null) desc, w.state = 'to_send' desc,
       min(part.display_no)`,
    [recallId, producer_id ?? null, producer_id ?? null],
  )
  return rows
}

/** The households that were told of a recall. */
export type ReachedMaker = { producer_id: string; name: string; phone: string; state: string; sent_at: Date | null }

export async function readReachedMakers(pg: Knex, recallId: string): Promise<ReachedMaker[]> {
  const { rows } = await pg.raw<{ rows: ReachedMaker[] }>(
    `select w.producer_id, coalesce(pr.name, '') as name, pr.phone, w.state, w.sent_at
     from lot_recall_reach w join producer pr on pr.id = w.producer_id
     where w.recall_id = ? and w.audience = 'producer' order by pr.name, pr.id`,
    [recallId],
  )
  return rows
}

export type TakenLot = { lot_id: string; code: string; title: string; producer_id: string; producer_name: string }

/** The lots a recall took off sale. */
export async function readTaken(pg: Knex, recallId: string): Promise<TakenLot[]> {
  const { rows } = await pg.raw<{ rows: TakenLot[] }>(
    `select lot.id as lot_id, lot.code, lot.title, taken.producer_id, coalesce(pr.name, '') as producer_name
     from lot_recall_lot taken join lot on lot.id = taken.lot_id left join producer pr on pr.id = taken.producer_id
     where taken.recall_id = ? order by lot.made_on, lot.id`,
    [recallId],
  )
  return rows
}

/** Somebody told a buyer by phone. Outside the scope nothing is found; a second time is the first. Whether it was marked. */
export async function markCalled(
  pg: Knex,
  { recall_id, reach_id, by, note }: { recall_id: string; reach_id: string; by: string; note: string | null },
): Promise<boolean> {
  const marked = await pg("lot_recall_reach")
    .where({ id: reach_id, recall_id, audience: "buyer" })
    .update({
      called_at: pg.raw("coalesce(called_at, now())"),
      called_by: pg.raw("coalesce(called_by, ?)", [by]),
      called_note: pg.raw("coalesce(called_note, ?)", [note]),
    })
  return marked > 0
}
