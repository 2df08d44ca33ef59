import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { type BuyerOrder, type BuyerPart, readBuyerOrder } from "../../../buyer/read-buyer-order"
import { settingsOf } from "../../../settings"
import { isOrderKey } from "../../../web/order-link"
import type { OrderLinks } from "../../../web/orders/order-page"

export const noSuchOrder = () => new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")

/** The order of a page's address, by the signed key alone; a wrong key and an unknown order answer alike. */
export async function ownOrder(req: MedusaRequest): Promise<{ order: BuyerOrder; links: OrderLinks; key: string }> {
  const id = String(req.params.id)
  const { key } = req.query
  const order = isOrderKey(settingsOf(req.scope), id, key) ? await readBuyerOrder(req.scope, id) : undefined
  if (!order) throw noSuchOrder()
  return { order, links: linksOf(id, String(key)), key: String(key) }
}

/** The same, with the part the address names; a part of another order answers as if there were none. */
export async function ownPart(req: MedusaRequest) {
  const { order, ...rest } = await ownOrder(req)
  const part: BuyerPart | undefined = order.parts.find(({ id }) => id === req.params.part)
  if (!part) throw noSuchOrder()
  return { order, part, ...rest }
}

const linksOf = (orderId: string, key: string): OrderLinks => ({
  home: `/market/orders/${orderId}?key=${key}`,
  state: `/market/orders/${orderId}/transfer?key=${key}`,
  picture: `/market/orders/${orderId}/qr?key=${key}`,
  act: ({ id }, act) => `/market/orders/${orderId}/${id}/${act}?key=${key}`,
})
