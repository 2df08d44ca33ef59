import { createHmac, timingSafeEqual } from "node:crypto"
import type { Settings } from "../settings"

/** The key in the address by which a guest opens an order again; it cannot be guessed from the order's id. */
export const orderKey = ({ encryptionKey }: Pick<Settings, "encryptionKey">, orderId: string) =>
  createHmac("sha256", Buffer.from(encryptionKey, "hex"))
    .update(`order-link:${orderId}`)
    .digest("base64url")
    .slice(0, 27)

export const orderPath = (settings: Pick<Settings, "encryptionKey">, orderId: string) =>
  `/market/orders/${orderId}?key=${orderKey(settings, orderId)}`

export function isOrderKey(settings: Pick<Settings, "encryptionKey">, orderId: string, key: unknown): boolean {
  const right = Buffer.from(orderKey(settings, orderId))
  const given = Buffer.from(typeof key === "string" ? key : "")
  return right.length === given.length && timingSafeEqual(right, given)
}
