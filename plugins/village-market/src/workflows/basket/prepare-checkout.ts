import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { orderOfCart } from "../trade/read-order"
import { requireForSale } from "./for-sale"
import type { Basket } from "./read-basket"

export type BuyerAddress = {
  name: string
  phone: string
  email?: string
  street: string
  province: { code: string; name: string }
  commune: { code: string; name: string }
}

/** Writes where the goods go; the codes of province and commune are what parts and statistics read. */
export async function setAddress(container: MedusaContainer, cartId: string, to: BuyerAddress) {
  await updateCartWorkflow(container).run({
    input: {
      id: cartId,
      email: to.email,
      shipping_address: {
        first_name: to.name,
        phone: to.phone,
        address_1: to.street,
        city: to.commune.name,
        province: to.province.name,
        country_code: "vn",
        metadata: { province_code: to.province.code, commune_code: to.commune.code },
      },
    },
  })
}

/**
 * Opens a payment session over the basket as it now is; the session is made last, since any change deletes it. None is
 * opened for goods that cannot be bought.
 */
export async function openPayment(
  container: MedusaContainer,
  basket: Pick<Basket, "id" | "payment_collection"> & { items: Pick<Basket["items"][number], "product_id">[] },
  providerId: string,
  data: Record<string, unknown>,
) {
  await requireForSale(
    container,
    basket.items.map(({ product_id }) => product_id),
    basket.id,
  )
  const open = async () => {
    if (await orderOfCart(container, basket.id)) {
      throw new MedusaError(MedusaError.Types.CONFLICT, "This basket has been ordered already.")
    }
    const collection = basket.payment_collection?.id ?? (await newCollection(container, basket.id))
    const { result } = await createPaymentSessionsWorkflow(container).run({
      input: { payment_collection_id: collection, provider_id: providerId, data },
    })
    return result
  }
  // The lock of every way to complete a basket: a second tab must not begin to pay what has just become an order.
  return container.resolve(Modules.LOCKING).execute(`complete:${basket.id}`, open, { timeout: 30 })
}

async function newCollection(container: MedusaContainer, cartId: string): Promise<string> {
  const { result } = await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } })
  return result.id
}
