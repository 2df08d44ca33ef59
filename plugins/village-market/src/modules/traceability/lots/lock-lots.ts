import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { number } from "../../../web/format"
import type { LotStatus } from "./read-lots"

/** A lot whose row is locked until the end of the transaction; `left` is true until then. */
export type LockedLot = {
  id: string
  code: string
  producer_id: string
  listing_id: string | null
  title: string
  unit: string
  quantity: number
  made_on: string
  expires_on: string | null
  status: LotStatus
  left: number
}

/**
 * Locks lots of a producer in the order of their ids, so that nobody waits in a circle: whoever takes from a lot, divides
 * it or corrects it does so first. Another's lot or an unknown one is NOT_FOUND. The balance is read after the locks.
 */
export async function lockLots(trx: Knex.Transaction, producer_id: string, ids: string[]) {
  const wanted = [...new Set(ids)]
  await trx.raw(
    "select id from lot where id = any (?::text[]) and producer_id = ? and deleted_at is null order by id for update",
    [wanted, producer_id],
  )
  const { rows } = await trx.raw<{ rows: LockedLot[] }>(
    `select lot.id, lot.code, lot.producer_id, lot.listing_id, lot.title, lot.unit, lot.quantity::float8 as quantity,
       lot.made_on, lot.expires_on, lot.status, b.left::float8 as left
     from lot join lot_balance b on b.lot_id = lot.id
     where lot.id = any (?::text[]) and lot.producer_id = ? and lot.deleted_at is null`,
    [wanted, producer_id],
  )
  const lots = new Map(rows.map((row) => [row.id, row]))
  return (id: string): LockedLot => {
    const lot = lots.get(id)
    if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
    return lot
  }
}

/** Refuses (409) to take more than there is of a lot, or anything of one that is recalled or withdrawn. */
export function refuseOveruse({ code, status, left, unit }: LockedLot, quantity: number) {
  const conflict = (message: string) => new MedusaError(MedusaError.Types.CONFLICT, message)
  if (status === "recalled") throw conflict(`Lô ${code} đang bị thu hồi`)
  if (status !== "active") throw conflict(`Lô ${code} đã ngừng bán`)
  if (quantity > left) throw conflict(`Lô ${code} chỉ còn ${number("vi", left)} ${unit}`)
}
