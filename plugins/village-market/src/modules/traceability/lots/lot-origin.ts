import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { lotCodeFrom } from "./lot-code"

/** One step back: who it was bought or got from, and the code it had there. Words of the producer, never public. */
export type LotOrigin = { supplier: string | null; supplier_lot: string | null }

/**
 * Keeps from whom a lot came. Where the code is that of another lot of this market the two are linked, which takes
 * nothing from the other household's lot; its code comes back then.
 */
export async function writeSource(trx: Knex.Transaction, lot_id: string, origin: LotOrigin): Promise<string | null> {
  const code = origin.supplier_lot ? lotCodeFrom(origin.supplier_lot) : undefined
  const [source] = code
    ? await trx("lot").where({ code, deleted_at: null }).whereNot({ id: lot_id }).select("id", "code")
    : []
  await trx("lot_source").insert({
    id: generateEntityId(undefined, "lsr"),
    lot_id,
    ...origin,
    source_lot_id: source?.id ?? null,
  })
  return source?.code ?? null
}
