import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../../modules/registry"
import { TRADE } from "../../modules/trade"
import type { PartChange, ProducerOrderLine } from "../../modules/trade/rows"
import { followHandOverLocked } from "./follow-hand-over"
import { putBackStock } from "./put-back-stock"
import { withOrderLock } from "./with-order-lock"

/** Medusa's own, by its id, for its code exports only one that refuses an order whose payment is settled. */
const CREDIT_LINE_WORKFLOW = "create-order-refund-credit-lines"
const REFERENCE = "producer_order_change"

/**
 * Lets Medusa's order and stock follow cancellations and returns that are committed: one credit line per change, so
 * that the order's total falls at once whether it is paid, unpaid or cash; reservations shrink to what is left;
 * returned goods go back on sale. Medusa's lines stay as sold: an order edit would void a payment that is not captured
 * (facts medusa-orders §3, trap 10). Each deed is safe to repeat; the job `finish-producer-orders` does.
 */
export async function followChanges(container: MedusaContainer, orderId: string): Promise<void> {
  const trade = container.resolve(TRADE)
  await withOrderLock(container, orderId, async () => {
    const parts = await trade.partsOfOrder(orderId)
    const open = (await trade.changesOf(parts.map(({ id }) => id))).filter(({ followed_at }) => !followed_at)
    if (open.length === 0) return
    // What was handed over must have left the stock before it can come back.
    for (const part of parts) if (part.handed_over_at) await followHandOverLocked(container, part)
    const lines = await trade.linesOf(parts.map(({ id }) => id))
    for (const change of open) {
      await creditChange(container, change)
      await shrinkReservations(
        container,
        lines.filter((line) => line.producer_order_id === change.producer_order_id),
      )
      if (change.restock && !change.restocked_at) await restock(container, change)
      await trade.markFollowed(change.id)
    }
  })
}

const Credited = z.object({ credit_lines: z.array(z.object({ reference_id: z.string().nullish() })).nullish() })

async function creditChange(container: MedusaContainer, { id, order_id, total }: PartChange) {
  if (total === 0) return
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    filters: { id: order_id },
    fields: ["id", "credit_lines.reference_id"],
  })
  const { credit_lines } = Credited.parse(data[0])
  if (credit_lines?.some(({ reference_id }) => reference_id === id)) return
  await container.resolve(Modules.WORKFLOW_ENGINE).run(CREDIT_LINE_WORKFLOW, {
    input: { order_id, amount: total, reference: REFERENCE, referenceId: id },
  })
}

/** Reservations of lines that have not left: what was cancelled is free for other buyers. */
async function shrinkReservations(container: MedusaContainer, lines: ProducerOrderLine[]) {
  const inventory = container.resolve(Modules.INVENTORY)
  const reserved = await inventory.listReservationItems({
    line_item_id: lines.map(({ order_line_id }) => order_line_id),
  })
  for (const { id, line_item_id, quantity } of reserved) {
    const line = lines.find(({ order_line_id }) => order_line_id === line_item_id)
    const wanted = line ? line.quantity - line.cancelled : 0
    if (wanted === 0) await inventory.deleteReservationItems(id)
    else if (wanted < Number(quantity)) await inventory.updateReservationItems({ id, quantity: wanted })
  }
}

async function restock(container: MedusaContainer, change: PartChange) {
  const part = await container.resolve(TRADE).findPart(change.producer_order_id, { all: true })
  if (!part) return
  const { stock_location_id } = await container.resolve(REGISTRY).retrieveProducer(part.producer_id)
  if (!stock_location_id) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `producer ${part.producer_id} has no stock location`)
  }
  await putBackStock(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), change.id, stock_location_id)
}
