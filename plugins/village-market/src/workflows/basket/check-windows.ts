import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type ListedWindow, saleWindows } from "../../modules/catalogue/reads/sale-windows"
import { refusedAhead } from "../../modules/catalogue/refusals"
import { type Taking, takePlaces } from "../../modules/catalogue/sale-window"

export type Asked = { variant_id: string; quantity: number }

/**
 * Whether a basket may hold so many units of what is sold ahead. A basket takes no places: who completes first has
 * them, so this only spares buyers a refusal at the end, where `reserveWindow` decides.
 */
export async function checkWindows(container: MedusaContainer, asked: Asked[]): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const at = new Date()
  for (const window of await saleWindows(pg, "variant_id", [...new Set(asked.map(({ variant_id }) => variant_id))])) {
    const quantity = asked
      .filter(({ variant_id }) => variant_id === window.variant_id)
      .reduce((sum, one) => sum + one.quantity, 0)
    const taking = taken(window, quantity, at)
    if (!taking.ok) throw refusedAhead(taking)
  }
}

/** After the window has closed the goods come from stock, which Medusa counts unless it was told to take backorders. */
function taken(window: ListedWindow, quantity: number, at: Date): Taking {
  const taking = takePlaces(window, quantity, at)
  return !taking.ok && taking.why === "closed" && !window.backorder ? { ok: true } : taking
}

export type Held = Asked & { id: string }

/** The lines of a basket that is still open; one that became an order holds nothing any more. */
export async function heldBy(container: MedusaContainer, cartId: string): Promise<Held[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { id: string; variant_id: string; quantity: string }[] }>(
      `select line.id, line.variant_id, line.quantity from cart_line_item line
       join cart on cart.id = line.cart_id and cart.completed_at is null
       where line.cart_id = ? and line.deleted_at is null and line.variant_id is not null`,
      [cartId],
    )
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity) }))
}

/** The whole basket, as it is about to be paid. */
export const checkBasketWindows = async (container: MedusaContainer, cartId: string) =>
  checkWindows(container, await heldBy(container, cartId))

type Item = { variant_id?: string | null; quantity: unknown }

/** What is about to be put into a basket, with what it holds of the same. */
export async function checkAdded(container: MedusaContainer, items: Item[], cartId?: string): Promise<void> {
  const added = items.flatMap(({ variant_id, quantity }) =>
    variant_id ? [{ variant_id, quantity: Number(quantity) }] : [],
  )
  const held = cartId ? await heldBy(container, cartId) : []
  const more = held.filter(({ variant_id }) => added.some((one) => one.variant_id === variant_id))
  await checkWindows(container, [...more, ...added])
}

/** A line that is about to hold another quantity; taking it out is never refused. */
export async function checkChanged(container: MedusaContainer, cartId: string, lineId: string, quantity: number) {
  const held = await heldBy(container, cartId)
  const line = held.find(({ id }) => id === lineId)
  if (!line || quantity === 0) return
  const others = held.filter(({ id, variant_id }) => id !== lineId && variant_id === line.variant_id)
  await checkWindows(container, [...others, { ...line, quantity }])
}
