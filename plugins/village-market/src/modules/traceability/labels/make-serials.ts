import { randomInt } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** As in a lot's code: without 0 O 1 I, all of it in GS1's set 82. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** 40 random bits. Never a running number: two labels would tell how many things a household makes between them. */
const newSerial = () => Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")

/**
 * Numbers for single pieces of a lot, in the order of printing. The same batch again gives the same numbers, so that a
 * form sent twice prints nothing new.
 */
export const makeSerials = (pg: Knex, lot_id: string, batch: string, count: number): Promise<string[]> =>
  pg.transaction(async (trx) => {
    // One print after another for a lot: a batch is made whole or found whole.
    await trx("lot").where({ id: lot_id }).forUpdate().select("id")
    const made = await serialsOf(trx, lot_id, batch)
    if (made.length > 0) return made
    const serials: string[] = []
    while (serials.length < count) {
      const rows = Array.from({ length: count - serials.length }, (_, n) => ({
        ...{ serial: newSerial(), lot_id, batch, place: serials.length + n },
      }))
      const kept = await trx("lot_serial")
        .insert(rows)
        .onConflict("serial")
        .ignore()
        .returning<{ serial: string }[]>("serial")
      // Of a million numbers about one is taken already; the places behind it move up.
      if (kept.length < rows.length)
        await trx("lot_serial").where({ lot_id, batch }).where("place", ">=", serials.length).delete()
      else serials.push(...rows.map(({ serial }) => serial))
    }
    return serials
  })

/** The numbers of a batch in the order of printing; none when this lot has no such batch. */
export async function serialsOf(pg: Knex, lot_id: string, batch: string): Promise<string[]> {
  const rows = await pg("lot_serial").where({ lot_id, batch }).orderBy("place").select<{ serial: string }[]>("serial")
  return rows.map(({ serial }) => serial)
}
