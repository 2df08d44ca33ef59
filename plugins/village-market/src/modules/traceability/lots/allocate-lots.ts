import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { number } from "../../../web/format"

export type NewAllocation = { producer_order_line_id: string; lot_id: string; quantity: number }
export type Allocation = NewAllocation & { id: string }

type LotRow = { id: string; code: string; unit: string; status: string }

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
    const lots = await lockLots(trx, producer_id, [...new Set(allocations.map(({ lot_id }) => lot_id))])
    const made: Allocation[] = []
    for (const allocation of allocations) made.push(await allocate(trx, lots.get(allocation.lot_id), allocation))
    return made
  })

/** In the order of their ids, so that two hand-overs never wait for one another. */
async function lockLots(trx: Knex.Transaction, producer_id: string, ids: string[]) {
  const rows: LotRow[] = await trx("lot")
    .whereIn("id", ids)
    .where({ producer_id, deleted_at: null })
    .orderBy("id")
    .forUpdate()
    .select("id", "code", "unit", "status")
  return new Map(rows.map((row) => [row.id, row]))
}

async function allocate(
  trx: Knex.Transaction,
  lot: LotRow | undefined,
  allocation: NewAllocation,
): Promise<Allocation> {
  const { producer_order_line_id, lot_id, quantity } = allocation
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
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
  if (lot.status === "recalled") throw new MedusaError(MedusaError.Types.CONFLICT, `Lô ${lot.code} đang bị thu hồi`)
  if (lot.status !== "active") throw new MedusaError(MedusaError.Types.CONFLICT, `Lô ${lot.code} đã ngừng bán`)
  const [balance] = await trx("lot_balance").where({ lot_id }).select("left")
  const left = Number(balance?.left ?? 0)
  if (quantity > left) {
    throw new MedusaError(MedusaError.Types.CONFLICT, `Lô ${lot.code} chỉ còn ${number("vi", left)} ${lot.unit}`)
  }
  const id = generateEntityId(undefined, "lal")
  await trx("lot_allocation").insert({ id, producer_order_line_id, lot_id, quantity })
  return { ...allocation, id }
}
