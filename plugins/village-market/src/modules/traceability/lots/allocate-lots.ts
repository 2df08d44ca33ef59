import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type LockedLot, lockLots, refuseOveruse } from "./lock-lots"

export type NewAllocation = { producer_order_line_id: string; lot_id: string; quantity: number }
export type Allocation = NewAllocation & { id: string }

/**
 * Says from which lots the lines of producer orders are served; quantities count units of the listing. A lot never gives
 * more than it holds: its row stays locked until the end of the transaction (give yours as `pg` to make it one with your
 * own changes). Lots of another producer are not found (404); too much, or another quantity for a line and lot that
 * have one, is a conflict (409) and changes nothing. The same allocation again is no change.
 */
export const allocateLots = (
  pg: Knex,
  { producer_id, allocations }: { producer_id: string; allocations: NewAllocation[] },
): Promise<Allocation[]> =>
  pg.transaction(async (trx) => {
    const lot = await lockLots(
      trx,
      producer_id,
      allocations.map(({ lot_id }) => lot_id),
    )
    const made: Allocation[] = []
    for (const allocation of allocations) made.push(await allocate(trx, lot(allocation.lot_id), allocation))
    return made
  })

async function allocate(trx: Knex.Transaction, lot: LockedLot, allocation: NewAllocation): Promise<Allocation> {
  const { producer_order_line_id, lot_id, quantity } = allocation
  if (!Number.isSafeInteger(quantity) || quantity <= 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Số lượng lấy từ lô phải là số nguyên lớn hơn 0")
  }
  const [known] = await trx("lot_allocation").where({ producer_order_line_id, lot_id })
  if (known?.quantity === quantity) return { ...allocation, id: known.id }
  if (known) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `Dòng hàng này đã lấy ${known.quantity} ${lot.unit} từ lô ${lot.code}`,
    )
  }
  refuseOveruse(lot, quantity)
  lot.left -= quantity // another line of the same request may take from it too
  const id = generateEntityId(undefined, "lal")
  await trx("lot_allocation").insert({ id, producer_order_line_id, lot_id, quantity })
  return { ...allocation, id }
}
