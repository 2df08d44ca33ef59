import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PhotoRow } from "../../catalogue/photos/picture-sources"
import type { LotRecord } from "../lots/lot-event"
import { type LotFacts, lotFacts } from "../lots/lot-facts"
import type { OcopStars } from "./ocop-validity"

/** An event of the lot's diary as everybody may read it, with its line in the log; the salt is null once it was erased. */
export type PublicEvent = {
  id: string
  event_id: string
  version: number
  error_reason: string | null
  event_time: string
  recorded_at: string
  record: LotRecord
  seq: number
  salt: string | null
  entry: string
  leaf: string
  photos: PhotoRow[]
  /** Whether it only brings a photo of an earlier step, beside which the photo is shown. */
  adds_photo: boolean
}

/** Papers that an official of the area has looked at; the file itself stays private. */
export type SeenPaper = { kind: "own_made" | "bought_in"; issued_on: string | null; seen_at: string | null }
export type StandingRecall = { reason: string; detail: string | null; advice: string | null; at: Date; by: string }

/**
 * A lot as everybody sees it. Neither how many were made nor how many were sold or are left, nor anything that grows
 * with them: no serial but the one asked for, no scans, no amounts of what went in.
 */
export type LotPage = {
  id: string
  code: string
  status: "active" | "withdrawn" | "recalled"
  /** What the first label said, null before it was printed. */
  printed_uri: string | null
  is_demo: boolean
  producer: { name: string; handle: string | null } | null
  /** Where it can still be bought. */
  product: string | null
  photo: PhotoRow | null
  village_id: string | null
  commune_code: string | null
  ocop: OcopStars | null
  papers: SeenPaper[]
  /** The lots it was made from. */
  inputs: { code: string; title: string }[]
  recall: StandingRecall | null
  /** Whether the serial asked for is one of this lot's; null when none was asked for. */
  serial_known: boolean | null
  events: PublicEvent[]
  facts: LotFacts
}

const PAGE = `
  'id', lot.id, 'code', lot.code, 'status', lot.status, 'printed_uri', lot.printed_uri,
  'is_demo', coalesce(pr.is_demo or l.is_demo, false),
  'producer', case when pr.name is not null then
    json_build_object('name', pr.name, 'handle', case when pr.status = 'approved' then pr.handle end) end,
  'product', case when pr.status = 'approved' and not l.hidden and p.status = 'published' then p.handle end,
  'photo', case when not l.hidden then (
    select json_build_object('alt', ph.alt, 'width', ph.width, 'height', ph.height, 'renditions', ph.renditions)
    from photo ph where ph.listing_id = l.id and ph.deleted_at is null order by ph.position, ph.created_at limit 1) end,
  'village_id', v.id, 'commune_code', made.commune_code,
  'ocop', case when l.ocop_status in ('verified', 'demo') and l.ocop_stars is not null then json_build_object(
    'stars', l.ocop_stars, 'status', l.ocop_status, 'decided_on', l.ocop_decided_on, 'months', (
      select months from certificate_term t where t.kind = 'ocop' and t.deleted_at is null
      and l.ocop_decided_on >= t.valid_from and (t.valid_to is null or l.ocop_decided_on <= t.valid_to)
      order by t.valid_from desc limit 1)) end,
  'papers', coalesce((
    select json_agg(json_build_object('kind', d.kind, 'issued_on', d.issued_on, 'seen_at', d.decided_at) order by d.decided_at, d.id)
    from evidence d where d.producer_id = lot.producer_id and (d.listing_id is null or d.listing_id = lot.listing_id)
    and d.kind = pr.origin and d.status = 'verified' and d.deleted_at is null), '[]'),
  'inputs', coalesce((
    select json_agg(distinct jsonb_build_object('code', source.code, 'title', source.title))
    from lot_change_part made_of join lot_change c on c.id = made_of.change_id and c.voided_at is null
    join lot_change_part part on part.change_id = c.id and part.side = 'input'
    join lot source on source.id = part.lot_id and source.deleted_at is null
    where made_of.lot_id = lot.id and made_of.side = 'output'), '[]'),
  'serial_known', case when asked.serial is not null then
    exists (select 1 from lot_serial s where s.serial = asked.serial and s.lot_id = lot.id) end,
  'events', coalesce((
    select json_agg(json_build_object('id', e.id, 'event_id', e.event_id, 'version', e.version,
      'error_reason', e.error_reason, 'event_time', e.event_time, 'recorded_at', e.created_at,
      'record', e.record, 'seq', g.seq, 'salt', encode(s.salt, 'hex'),
      'entry', encode(g.entry, 'hex'), 'leaf', encode(g.leaf, 'hex'),
      'photos', coalesce((
        select json_agg(json_build_object('alt', null, 'width', ph.width, 'height', ph.height, 'renditions', ph.renditions)
          order by ph.created_at, ph.id) from diary_photo ph where ph.of_event_row_id = e.id), '[]'),
      'adds_photo', exists (
        select 1 from diary_photo ph where ph.event_row_id = e.id and ph.of_event_row_id <> e.id)) order by e.event_time, g.seq)
    from epcis_event e join log_entry g on g.event_row_id = e.id left join log_salt s on s.seq = g.seq
    where e.lot_id = lot.id and e.deleted_at is null), '[]')
`

/**
 * The lot of a code, whatever became of its producer: who holds the goods must still be able to look it up. One
 * statement, two for a recalled lot, and every part goes by an index: it costs the same beside a million events.
 */
export async function readLotPage(pg: Knex, code: string, serial: string | null = null): Promise<LotPage | undefined> {
  const { rows } = await pg.raw<{ rows: { page: Omit<LotPage, "facts" | "recall"> }[] }>(
    `select json_build_object(${PAGE}) as page
     from lot cross join (select ?::text as serial) asked
     left join producer pr on pr.id = lot.producer_id and pr.deleted_at is null
     left join listing l on l.id = lot.listing_id and l.deleted_at is null
     left join product p on p.id = l.product_id and p.deleted_at is null
     left join lateral (
       select village_id, commune_code from epcis_event
       where lot_id = lot.id and action = 'ADD' and deleted_at is null order by created_at limit 1
     ) made on true
     left join craft_village v on v.id = made.village_id
     where lot.code = ? and lot.deleted_at is null`,
    [serial, code],
  )
  const page = rows[0]?.page
  const records = (events: PublicEvent[] = []) => events.map(({ record }) => record)
  // A lot whose making itself was taken back keeps its page: somebody may hold its label.
  const facts = lotFacts(records(page && standing(page.events))) ?? lotFacts(records(page?.events))
  if (!page || !facts) return undefined
  return { ...page, facts, recall: page.status === "recalled" ? await readRecall(pg, page.id) : null }
}

/** What was recorded and not declared an error since. */
const standing = (events: PublicEvent[]) =>
  events.filter(
    ({ version, event_id }) => version === 0 && !events.some((one) => one.version > 0 && one.event_id === event_id),
  )

async function readRecall(pg: Knex, lot_id: string): Promise<StandingRecall | null> {
  const { rows } = await pg.raw<{ rows: StandingRecall[] }>(
    `select r.reason, r.detail, r.advice, r.at, r.actor_kind as by
     from lot_recall_lot taken join lot_recall r on r.id = taken.recall_id and r.kind = 'recall'
     where taken.lot_id = ?
     and not exists (select 1 from lot_recall lift where lift.recall_id = r.id and lift.kind = 'lift')
     order by r.at desc limit 1`,
    [lot_id],
  )
  return rows[0] ?? null
}
