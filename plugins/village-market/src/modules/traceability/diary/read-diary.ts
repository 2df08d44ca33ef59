import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LotRecord } from "../lots/lot-event"
import type { EpcisEvent } from "../repository/epcis-event"
import { COMMISSIONING, PHOTO_LATER } from "./vocabulary"

/** A step of a diary for its owner: the public record, and the whole event with what only the owner sees. */
export type DiaryStep = {
  id: string
  step: string
  record: LotRecord
  event: EpcisEvent
  event_time: Date
  recorded_at: Date
  /** Declared wrong since: it stands, struck out. */
  declared: boolean
}

/** A lot as the diary shows it; class and shelf tell which words it is offered, null for raw material. */
export type DiaryLot = {
  id: string
  code: string
  title: string
  unit: string
  made_on: string
  vsic_code: string | null
  category_id: string | null
}

const LOT = "lot.id, lot.code, lot.title, lot.unit, lot.made_on, l.vsic_code, l.category_id"
const LISTING = "left join listing l on l.id = lot.listing_id and l.deleted_at is null"
const STEP = "e.id, e.step, e.record, e.event, e.event_time, e.created_at as recorded_at"
const DECLARED = `exists (select from epcis_event w
  where w.producer_id = e.producer_id and w.event_id = e.event_id and w.version > 0)`

export const LOTS_IN_DIARY = 12

/** Lots that still hold something, those written about last first, each with its latest step of every word. */
export async function listDiary(pg: Knex, producer_id: string) {
  const { rows } = await pg.raw<{ rows: (DiaryLot & { steps: DiaryStep[]; count: number })[] }>(
    `select ${LOT}, count(*) over ()::int as count, coalesce(last.steps, '[]') as steps
     from lot join lot_balance b on b.lot_id = lot.id ${LISTING}
     left join lateral (
       select json_agg(s order by s.event_time desc) as steps, max(s.recorded_at) as recorded_at from (
         select distinct on (e.step) ${STEP}, false as declared from epcis_event e
         where e.lot_id = lot.id and e.step is not null and e.step <> all (?::text[]) and e.version = 0 and not ${DECLARED}
         order by e.step, e.event_time desc, e.created_at desc
       ) s
     ) last on true
     where lot.producer_id = ? and lot.status = 'active' and lot.deleted_at is null and b.left > 0
     order by coalesce(last.recorded_at, lot.created_at) desc, lot.id limit ?`,
    [[COMMISSIONING.id, PHOTO_LATER.id], producer_id, LOTS_IN_DIARY],
  )
  return { lots: rows.map(({ count: _, ...lot }) => lot), count: rows[0]?.count ?? 0 }
}

/** A lot of this producer, or undefined when it is another's or none. */
export async function readDiaryLot(pg: Knex, producer_id: string, id: string): Promise<DiaryLot | undefined> {
  const { rows } = await pg.raw<{ rows: DiaryLot[] }>(
    `select ${LOT} from lot ${LISTING} where lot.id = ? and lot.producer_id = ? and lot.deleted_at is null`,
    [id, producer_id],
  )
  return rows[0]
}

/** What was written about a lot, the latest first. A photo that came later stands with its step, not by itself. */
export async function readDiarySteps(pg: Knex, producer_id: string, lot_id: string): Promise<DiaryStep[]> {
  const { rows } = await pg.raw<{ rows: DiaryStep[] }>(
    `select ${STEP}, ${DECLARED} as declared from epcis_event e
     where e.lot_id = ? and e.producer_id = ? and e.step is not null and e.step <> ? and e.version = 0
     order by e.event_time desc, e.created_at desc`,
    [lot_id, producer_id, PHOTO_LATER.id],
  )
  return rows
}
