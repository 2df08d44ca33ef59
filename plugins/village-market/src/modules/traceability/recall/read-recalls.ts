import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RecallActor, RecallAdvice, RecallReason } from "./recall-rules"

/** What is said of a recalled lot in public: why, what to do, since when. */
export type PublicRecall = {
  reason: RecallReason
  detail: string | null
  advice: RecallAdvice
  at: Date
}

const STANDS = "r.kind = 'recall' and not exists (select from lot_recall l where l.recall_id = r.id)"

/** The recall under which a lot stands, its own or of something it was made of; the latest where there are several. */
export async function recallOfLot(pg: Knex, lotId: string): Promise<PublicRecall | undefined> {
  const { rows } = await pg.raw<{ rows: PublicRecall[] }>(
    `select r.reason, r.detail, r.advice, r.at from lot_recall_lot taken join lot_recall r on r.id = taken.recall_id
     where taken.lot_id = ? and ${STANDS} order by r.at desc limit 1`,
    [lotId],
  )
  return rows[0]
}

/** What the lines of orders that have left hold of recalled lots, for the buyer's own page. */
export type LineRecall = PublicRecall & { line_id: string; code: string }

export async function recallsOfLines(pg: Knex, lineIds: string[]): Promise<LineRecall[]> {
  const { rows } = await pg.raw<{ rows: LineRecall[] }>(
    `select distinct on (a.producer_order_line_id, lot.id) a.producer_order_line_id as line_id, lot.code,
       r.reason, r.detail, r.advice, r.at
     from lot_allocation a join lot_recall_lot taken on taken.lot_id = a.lot_id
     join lot_recall r on r.id = taken.recall_id join lot on lot.id = a.lot_id
     where a.producer_order_line_id = any (?::text[]) and a.deleted_at is null and ${STANDS}
     order by a.producer_order_line_id, lot.id, r.at desc`,
    [lineIds],
  )
  return rows
}

/** A recall as it stands in lists. `lots` and the counts of `reach` are of all households concerned. */
export type Recall = PublicRecall & {
  id: string
  lot_id: string
  lot_code: string
  lot_title: string
  producer_id: string
  producer_name: string
  started_by: RecallActor
  lots: number
  /** Lines that wait for another lot. */
  held: number
  reach: Record<"to_send" | "sent" | "failed" | "no_contact" | "dropped" | "called", number>
  lifted: { at: Date; reason: string; by: RecallActor } | null
}

/** Whose recalls: those that took lots of a household, of households in some communes, or all. */
export type RecallScope = { producer_id: string } | { communes: string[] } | "everywhere"

function scoped(scope: RecallScope): { sql: string; bindings: Knex.RawBinding[] } {
  if (scope === "everywhere") return { sql: "true", bindings: [] }
  const taken = (which: string) => `exists (
    select from lot_recall_lot t join producer p on p.id = t.producer_id where t.recall_id = r.id and ${which})`
  if ("producer_id" in scope) return { sql: taken("p.id = ?"), bindings: [scope.producer_id] }
  return { sql: taken("p.commune_code = any (?::text[])"), bindings: [scope.communes] }
}

export const RECALLS_PER_PAGE = 25

type Filter = { lot_id?: string; id?: string; page?: number }

/** Recalls in the scope, or of them those that took one lot; those that stand first, the latest first. */
export async function listRecalls(pg: Knex, scope: RecallScope, { lot_id, id, page = 1 }: Filter = {}) {
  const within = scoped(scope)
  const { rows } = await pg.raw<{ rows: (Recall & { count: number })[] }>(
    `select r.id, r.lot_id, r.reason, r.detail, r.advice, r.at, lot.code as lot_code, lot.title as lot_title,
       lot.producer_id, coalesce(pr.name, '') as producer_name,
       json_build_object('kind', r.actor_kind, 'id', r.actor_id, 'name', r.actor_name) as started_by,
       (select count(*) from lot_recall_lot t where t.recall_id = r.id)::int as lots,
       (select count(*) from lot_recall_hold h where h.recall_id = r.id and h.released_at is null)::int as held,
       (select json_build_object(
          'to_send', count(*) filter (where state = 'to_send'), 'sent', count(*) filter (where state = 'sent'),
          'failed', count(*) filter (where state = 'failed' and called_at is null),
          'no_contact', count(*) filter (where state = 'no_contact' and called_at is null),
          'dropped', count(*) filter (where state = 'dropped'), 'called', count(*) filter (where called_at is not null))
        from lot_recall_reach w where w.recall_id = r.id and w.audience = 'buyer') as reach,
       (select json_build_object('at', l.at, 'reason', l.reason,
          'by', json_build_object('kind', l.actor_kind, 'id', l.actor_id, 'name', l.actor_name))
        from lot_recall l where l.recall_id = r.id) as lifted,
       count(*) over ()::int as count
     from lot_recall r join lot on lot.id = r.lot_id left join producer pr on pr.id = lot.producer_id
     where r.kind = 'recall' and ${within.sql}
       and (?::text is null or exists (select from lot_recall_lot t where t.recall_id = r.id and t.lot_id = ?)) and (?::text is null or r.id = ?)
     order by exists (select from lot_recall l where l.recall_id = r.id), r.at desc, r.id
     limit ? offset ?`,
    [
      ...within.bindings,
      ...[lot_id ?? null, lot_id ?? null, id ?? null, id ?? null],
      ...[RECALLS_PER_PAGE, (page - 1) * RECALLS_PER_PAGE],
    ],
  )
  return {
    recalls: rows.map(({ count: _, ...recall }) => ({
      ...recall,
      lifted: recall.lifted && { ...recall.lifted, at: new Date(recall.lifted.at) },
    })),
    count: rows[0]?.count ?? 0,
  }
}

/** A line that waits under a recall for goods of another lot. */
export type HeldLine = { part_id: string; display_no: string; title: string; producer_id: string }

export async function readHeld(pg: Knex, recallId: string, producer_id?: string): Promise<HeldLine[]> {
  const { rows } = await pg.raw<{ rows: HeldLine[] }>(
    `select part.id as part_id, part.display_no, line.title, part.producer_id from lot_recall_hold h
     join producer_order_line line on line.id = h.producer_order_line_id
     join producer_order part on part.id = line.producer_order_id
     where h.recall_id = ? and h.released_at is null and (?::text is null or part.producer_id = ?)
       and part.status in ('awaiting_payment', 'placed', 'accepted', 'packed')
     order by part.display_no, line.id`,
    [recallId, producer_id ?? null, producer_id ?? null],
  )
  return rows
}
