import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"

/** A line that waits because it may be of a recalled lot. */
export type Hold = { line_id: string; recall_id: string; codes: string[]; reason: string }

/** The holds that stand on some lines, with the codes of the producer's own lots that may not be handed over. */
export async function holdsOf(pg: Knex, lineIds: string[]): Promise<Hold[]> {
  const { rows } = await pg.raw<{ rows: Hold[] }>(
    `select h.producer_order_line_id as line_id, h.recall_id, r.reason, array_agg(lot.code order by lot.code) as codes
     from lot_recall_hold h join lot_recall r on r.id = h.recall_id
     join producer_order_line line on line.id = h.producer_order_line_id
     join lot_recall_lot taken on taken.recall_id = h.recall_id
     join lot on lot.id = taken.lot_id and lot.listing_id = line.listing_id
     where h.producer_order_line_id = any (?::text[]) and h.released_at is null
     group by h.producer_order_line_id, h.recall_id, r.reason, r.at order by r.at`,
    [lineIds],
  )
  return rows
}

type Handed = {
  line_ids: string[]
  /** Lines for which a lot was named: allocation has refused recalled ones. */
  from_lots: string[]
  /** Lines of which the producer states that they are not of a recalled lot. */
  not_recalled: string[]
}

/**
 * Goods under a hold leave only from a lot that is named, or when the household states that they are of none that was
 * recalled; what was said stays on the hold. Anything else is a conflict (409).
 */
export async function releaseHolds(trx: Knex.Transaction, { line_ids, from_lots, not_recalled }: Handed) {
  const holds = await holdsOf(trx, line_ids)
  const stuck = holds.find(({ line_id }) => !from_lots.includes(line_id) && !not_recalled.includes(line_id))
  if (stuck) throw new MedusaError(MedusaError.Types.CONFLICT, heldSentence(stuck.codes))
  for (const [lines, released_by] of [
    [from_lots, "other_lot"],
    [not_recalled, "stated"],
  ] as const) {
    await trx("lot_recall_hold")
      .whereIn(
        "producer_order_line_id",
        lines.filter((line) => line_ids.includes(line)),
      )
      .whereNull("released_at")
      .update({ released_at: trx.fn.now(), released_by })
  }
}

/** Known by its beginning to the page that shows it. */
export const HELD = "Hàng này đang giữ lại vì lô"
const heldSentence = (codes: string[]) =>
  `${HELD} ${codes.join(", ")} bị thu hồi. Xin chọn lô khác, hoặc xác nhận hàng không lấy từ lô ấy`
