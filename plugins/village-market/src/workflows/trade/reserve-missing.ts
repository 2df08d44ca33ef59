import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ProducerOrder } from "../../modules/trade/rows"

/** Units of one line for which no stock is held though its order stands. */
type Unheld = {
  part_id: string
  line_id: string
  order_line_id: string
  inventory_item_id: string
  location_id: string
  quantity: number
  per_unit: number
  allow_backorder: boolean
}

/** What of a part cannot be had: its lines with whole units. */
export type Short = { part_id: string; lines: { line_id: string; quantity: number }[] }

/**
 * A crash inside Medusa's completion, or inside the undoing of one that was refused, can leave an order that stands,
 * paid, and holds no stock (seen by `integration-tests/chaos`: the last piece was sold twice). Holds what is still
 * there; returns what is not, which cannot be delivered. Between completions only: one under way holds its own.
 */
export async function reserveMissing(container: MedusaContainer, [part]: ProducerOrder[]): Promise<Short[]> {
  if (!part || (await unheld(container, part.order_id)).length === 0) return []
  return container.resolve(Modules.LOCKING).execute(
    part.cart_id,
    async () => {
      const short = new Map<string, Short["lines"]>()
      for (const line of await unheld(container, part.order_id)) {
        if (await reserve(container, line)) continue
        const { part_id, line_id, quantity } = line
        short.set(part_id, [...(short.get(part_id) ?? []), { line_id, quantity }])
      }
      return [...short].map(([part_id, lines]) => ({ part_id, lines }))
    },
    { timeout: 30 },
  )
}

/** False when the database's guard says that there is not so much. */
async function reserve(container: MedusaContainer, line: Unheld): Promise<boolean> {
  const { order_line_id, inventory_item_id, location_id, quantity, per_unit, allow_backorder } = line
  try {
    await container.resolve(Modules.INVENTORY).createReservationItems({
      ...{ line_item_id: order_line_id, inventory_item_id, location_id, allow_backorder },
      quantity: quantity * per_unit,
    })
    return true
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`No stock for line ${order_line_id}: ${error}`)
    return false
  }
}

/** Lines of parts that wait to be placed, of goods whose stock is counted, without any reservation. */
async function unheld(container: MedusaContainer, orderId: string): Promise<Unheld[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Unheld[] }>(
    `select part.id as part_id, line.id as line_id, line.order_line_id, kit.inventory_item_id, level.location_id,
       (line.quantity - line.cancelled)::int as quantity, kit.required_quantity::int as per_unit, v.allow_backorder
     from producer_order part
     join "order" o on o.id = part.order_id and o.deleted_at is null
     join producer_order_line line on line.producer_order_id = part.id and line.quantity > line.cancelled
     join order_line_item bought on bought.id = line.order_line_id
     join product_variant v on v.id = bought.variant_id and v.manage_inventory
     join product_variant_inventory_item kit on kit.variant_id = v.id and kit.deleted_at is null
     join lateral (select l.location_id from inventory_level l
       where l.inventory_item_id = kit.inventory_item_id and l.deleted_at is null order by l.created_at limit 1) level on true
     where part.order_id = ? and part.status = 'awaiting_payment'
       and not exists (select from reservation_item r where r.line_item_id = line.order_line_id
         and r.inventory_item_id = kit.inventory_item_id and r.deleted_at is null)`,
    [orderId],
  )
  return rows
}
