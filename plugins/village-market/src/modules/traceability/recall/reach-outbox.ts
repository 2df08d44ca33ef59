import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { MOST_TRIES, waitBefore } from "./recall-rules"

/** Longer than a gateway may take to answer; who dies while sending holds a message up no longer. */
const LEASE_SECONDS = 120

export const ReachRow = z.object({
  id: z.string(),
  recall_id: z.string(),
  audience: z.enum(["buyer", "producer"]),
  order_id: z.string().nullable(),
  producer_id: z.string().nullable(),
  tries: z.number().int(),
})
export type Reach = z.infer<typeof ReachRow>

/** Takes the oldest message about a recall that is due, for the length of a lease: two processes never hold the same. */
export async function claimReach(db: Knex): Promise<Reach | undefined> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update lot_recall_reach set claimed_at = now(), next_try_at = now() + make_interval(secs => ?)
     where id = (
       select id from lot_recall_reach where state = 'to_send' and next_try_at <= now()
       order by created_at, id limit 1 for update skip locked
     ) returning *`,
    [LEASE_SECONDS],
  )
  return rows[0] === undefined ? undefined : ReachRow.parse(rows[0])
}

export async function markReached(db: Knex, { id }: Reach, channel: "email" | "sms"): Promise<void> {
  await db("lot_recall_reach")
    .where({ id, state: "to_send" })
    .update({ state: "sent", channel, sent_at: db.fn.now(), next_try_at: null, last_error: null })
}

/** There is no way to this one: somebody has to call. */
export async function markUnreachable(db: Knex, { id }: Reach): Promise<void> {
  await db("lot_recall_reach").where({ id, state: "to_send" }).update({ state: "no_contact", next_try_at: null })
}

/** The gateway did not take it: again later, and after so many tries somebody has to call. */
export async function putReachOff(db: Knex, { id, tries }: Reach, error: string): Promise<void> {
  const over = tries + 1 >= MOST_TRIES
  await db("lot_recall_reach")
    .where({ id, state: "to_send" })
    .update({
      ...{ tries: tries + 1, last_error: error.slice(0, 500), claimed_at: null },
      state: over ? "failed" : "to_send",
      next_try_at: over ? null : db.raw("now() + make_interval(secs => ?)", [waitBefore(tries)]),
    })
}

/** What a message about a recall says, from the rows it tells of; nothing when the order or household is gone. */
export type ReachFacts = {
  kind: "recall" | "lift"
  reason: string
  detail: string | null
  advice: string | null
  /** Code of the lot that was recalled, and of those of the reader's own that hold something of it. */
  lot_code: string
  codes: string[]
  goods: string[]
  numbers: string[]
  name: string
  language: "vi" | "en"
  bought_at: "web" | "phone" | "stall"
  email: string | null
  phone: string | null
}

/** To whom and about what; `kind` tells a recall from its lifting. */
export async function reachFacts(db: Knex, reach: Reach): Promise<ReachFacts | undefined> {
  const { rows } = await db.raw<{ rows: ReachFacts[] }>(reach.audience === "buyer" ? TO_BUYER : TO_PRODUCER, [
    reach.recall_id,
    reach.order_id ?? reach.producer_id ?? "",
  ])
  return rows[0]
}

const DECIDED = `
  with decided as (
    select r.kind, r.reason, coalesce(first.detail, r.detail) as detail, coalesce(first.advice, r.advice) as advice,
      lot.code as lot_code, coalesce(r.recall_id, r.id) as lots_of
    from lot_recall r join lot on lot.id = r.lot_id left join lot_recall first on first.id = r.recall_id
    where r.id = ?
  )`

const TO_BUYER = `${DECIDED}
  select decided.kind, decided.reason, decided.detail, decided.advice, decided.lot_code, array_agg(distinct lot.code) as codes,
    array_agg(distinct line.title) as goods, array_agg(distinct part.display_no) as numbers,
    min(part.buyer_name) as name, min(part.language) as language, min(part.channel) as bought_at,
    min(part.buyer_email) as email, nullif(min(part.buyer_phone), '') as phone
  from decided join lot_recall_lot taken on taken.recall_id = decided.lots_of join lot on lot.id = taken.lot_id
  join lot_allocation a on a.lot_id = lot.id and a.deleted_at is null
  join producer_order_line line on line.id = a.producer_order_line_id
  join producer_order part on part.id = line.producer_order_id
  where part.order_id = ? group by decided.kind, decided.reason, decided.detail, decided.advice, decided.lot_code`

const TO_PRODUCER = `${DECIDED}
  select decided.kind, decided.reason, decided.detail, decided.advice, decided.lot_code, array_agg(distinct lot.code) as codes,
    array_agg(distinct lot.title) as goods, '{}'::text[] as numbers, coalesce(pr.name, '') as name, 'vi' as language,
    'phone' as bought_at, null as email, nullif(pr.phone, '') as phone
  from decided join lot_recall_lot taken on taken.recall_id = decided.lots_of join lot on lot.id = taken.lot_id
  join producer pr on pr.id = taken.producer_id
  where pr.id = ? group by decided.kind, decided.reason, decided.detail, decided.advice, decided.lot_code, pr.id`
