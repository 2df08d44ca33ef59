import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { GTIN_DECLARED } from "../diary/vocabulary"
import { lotUri } from "../lots/lot-address"
import { lotEvent, type Place, recordContext } from "../lots/lot-event"
import { appendEvents, type NewEvent } from "../repository/append-events"
import { printedUri } from "./lot-uri"

export type GtinDeclaration = {
  producer_id: string
  listing_id: string
  /** 14 digits, or none to take the number off the listing. */
  gtin: string | undefined
  publicUrl: string
  place: Place
}

export type Declared = { ok: true; linked: number } | { ok: false; why: "gtinTaken" }

/**
 * Gives a listing its GTIN, or takes it off. Lots that are there already get a declared link in the log: an event that
 * names the lot by our own address and by its Digital Link. Nothing that was recorded or printed is changed, and what a
 * number once named it goes on resolving to.
 */
export const declareGtin = (pg: Knex, declaration: GtinDeclaration): Promise<Declared> =>
  pg.transaction(async (trx) => {
    const { producer_id, listing_id, gtin } = declaration
    // One declaration after another, for a listing and for a number.
    for (const key of [listing_id, gtin ?? listing_id].sort())
      await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 141))", [`gtin:${key}`])
    const [now] = await trx("listing_gtin").where({ listing_id, withdrawn_at: null }).select<{ gtin: string }[]>("gtin")
    if (now?.gtin !== gtin) {
      if (gtin) {
        const [other] = await trx("listing_gtin")
          .where({ gtin })
          .whereRaw("(withdrawn_at is null or producer_id <> ?)", [producer_id])
        if (other) return { ok: false, why: "gtinTaken" }
      }
      await trx("listing_gtin").where({ listing_id, withdrawn_at: null }).update({ withdrawn_at: new Date() })
      const id = generateEntityId(undefined, "lgt")
      if (gtin) await trx("listing_gtin").insert({ id, listing_id, producer_id, gtin })
    }
    return { ok: true, linked: gtin ? await linkLots(trx, { ...declaration, gtin }) : 0 }
  })

/** The lots of the listing that have no link to the number yet. */
async function linkLots(
  trx: Knex.Transaction,
  { producer_id, listing_id, gtin, publicUrl, place }: GtinDeclaration & { gtin: string },
): Promise<number> {
  const lots = await trx("lot")
    .where({ listing_id, producer_id, deleted_at: null })
    .whereNotExists(trx("lot_gtin").whereRaw("lot_gtin.lot_id = lot.id and lot_gtin.gtin = ?", [gtin]))
    .orderBy("id")
    .select<{ id: string; code: string }[]>("id", "code")
  const happened_at = new Date().toISOString()
  const events = lots.map(({ id, code }): NewEvent => {
    const own = lotUri(publicUrl, code)
    const event = lotEvent({ publicUrl, code, word: GTIN_DECLARED, happened_at, producer_id, place })
    const names = [own, printedUri(publicUrl, { code, gtin })]
    return {
      ...{ producer_id, lot_id: id, place, step: GTIN_DECLARED.id, context: recordContext(publicUrl) },
      lots: new Map(names.map((name) => [name, id])),
      event: { ...event, quantityList: names.map((epcClass) => ({ epcClass })) },
    }
  })
  if (events.length === 0) return 0
  const appended = await appendEvents(trx, events)
  const rows = lots.flatMap(({ id }, n) => {
    const event = appended[n]
    return event ? [{ lot_id: id, gtin, event_row_id: event.id }] : []
  })
  await trx("lot_gtin").insert(rows)
  return rows.length
}
