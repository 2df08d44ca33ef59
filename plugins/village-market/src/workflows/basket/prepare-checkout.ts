import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  addShippingMethodToCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  listShippingOptionsForCartWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { Amount } from "../trade/read-order"
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

const ShippingOption = z.object({
  id: z.string(),
  name: z.string(),
  amount: Amount,
  shipping_profile_id: z.string(),
  type: z.object({ code: z.string(), description: z.string().nullish() }),
})
export type ShippingOption = z.infer<typeof ShippingOption>

/** The choices of the basket's own producers; Medusa would work out a price for every seller of the market. */
export async function shippingOptions(container: MedusaContainer, basket: Basket): Promise<ShippingOption[]> {
  const option_ids = await ownShippingOptions(
    container,
    basket.parts.flatMap(({ producer }) => producer.shipping_profile_id ?? []),
  )
  const { result } = await listShippingOptionsForCartWorkflow(container).run({
    input: { cart_id: basket.id, is_return: false, option_ids, fields: ["shipping_profile_id"] },
  })
  return z.array(ShippingOption).parse(result)
}

export async function ownShippingOptions(container: MedusaContainer, shipping_profile_id: string[]): Promise<string[]> {
  if (shipping_profile_id.length === 0) return []
  const options = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ shipping_profile_id }, { select: ["id"], take: 1000 })
  return options.map(({ id }) => id)
}

/** One choice per producer; all of them in one call, since a method replaces others of its profile. */
export async function chooseShipping(container: MedusaContainer, cartId: string, optionIds: string[]) {
  await addShippingMethodToCartWorkflow(container).run({
    input: { cart_id: cartId, options: optionIds.map((id) => ({ id })) },
  })
}

/** Opens a payment session over the basket as it now is; the session is made last, since any change deletes it. */
export async function openPayment(
  container: MedusaContainer,
  basket: Basket,
  providerId: string,
  data: Record<string, unknown>,
) {
  const collection = basket.payment_collection?.id ?? (await newCollection(container, basket.id))
  const { result } = await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection, provider_id: providerId, data },
  })
  return result
}

async function newCollection(container: MedusaContainer, cartId: string): Promise<string> {
  const { result } = await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } })
  return result.id
}
