import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { allocateLots } from "../traceability/lots/allocate-lots"
import { linesOf } from "./read-parts"
import type { ProducerOrder } from "./rows"
import { left } from "./take-back"

/** A line of a part and the lot it is served from. */
export type LineLot = { line_id: string; lot_id: string }

/**
 * Each line comes whole from one lot, or from none that is known. A lot that is another's (404), is made of something
 * else (400) or holds too little (409) stops the hand-over.
 */
export async function serveFromLots(trx: Knex.Transaction, { id, producer_id }: ProducerOrder, chosen: LineLot[]) {
  if (chosen.length === 0) return
  const lines = await linesOf(trx, [id])
  const lots: { id: string; listing_id: string }[] = await trx("lot").whereIn(
    "id",
    chosen.map(({ lot_id }) => lot_id),
  )
  const allocations = chosen.map(({ line_id, lot_id }) => {
    const line = lines.find((one) => one.id === line_id)
    const lot = lots.find((one) => one.id === lot_id)
    if (!line || (lot && lot.listing_id !== line.listing_id)) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "Lô hàng này không phải của mặt hàng trong đơn")
    }
    return { producer_order_line_id: line_id, lot_id, quantity: left(line) }
  })
  await allocateLots(trx, { producer_id, allocations: allocations.filter(({ quantity }) => quantity > 0) })
}
