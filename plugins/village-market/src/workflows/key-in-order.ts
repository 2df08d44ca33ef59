import { createHash, randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE } from "../modules/catalogue"
import { REGISTRY } from "../modules/registry"
import { TRADE } from "../modules/trade"
import {
  claimPhoneOrder,
  type KeyedBy,
  namePhoneBasket,
  namePhoneOrder,
  type PhoneOrder,
  releasePhoneOrder,
} from "../modules/trade/phone-orders"
import { normalisePhone } from "../sms/phone"
import { addLines, newBasket } from "./basket/change-basket"
import { chooseShipping, shippingOf } from "./basket/offered-shipping"
import { openPayment, setAddress } from "./basket/prepare-checkout"
import { readBasket } from "./basket/read-basket"
import { moveProducerOrderWorkflow } from "./move-producer-order"
import { completeBasket } from "./trade/complete-basket"
import { CASH_PROVIDER } from "./trade/payment-providers"
import { orderOfCart } from "./trade/read-order"

export const DELIVERIES = ["delivery", "pickup_producer"] as const
const MOST_LINES = 100

/** An order as a buyer gives it over the phone. `quantity` counts units of the listing; it is paid in cash. */
export const PhoneOrderForm = z.object({
  name: z.string("nameMissing").trim().min(2, "nameMissing").max(100, "nameMissing"),
  phone: z.string("phoneWrong").transform((text, context) => {
    const phone = normalisePhone(text)
    if (!phone) context.addIssue({ code: "custom", message: "phoneWrong" })
    return phone ?? ""
  }),
  delivery: z.enum(DELIVERIES, "deliveryMissing"),
  province: z.string("provinceMissing").regex(/^\d{2}$/, "provinceMissing"),
  commune: z.string("communeMissing").regex(/^\d{5}$/, "communeMissing"),
  street: z.string("streetMissing").trim().min(2, "streetMissing").max(200, "streetMissing"),
  lines: z
    .array(
      z.object({
        listing_id: z.string("linesMissing"),
        quantity: z.coerce
          .number("quantityWrong")
          .int("quantityWrong")
          .min(1, "quantityWrong")
          .max(999, "quantityWrong"),
      }),
      "linesMissing",
    )
    .min(1, "linesMissing")
    .max(MOST_LINES, "linesMissing"),
})
export type PhoneOrderForm = z.infer<typeof PhoneOrderForm>

/**
 * Places an order that came by phone through the same basket, checks and completion as every other, promised in cash.
 * One key of one sender makes one order, however often it is sent; a producer sells its own products only, anything
 * else is not found.
 */
export async function keyInOrder(
  container: MedusaContainer,
  by: KeyedBy,
  form: PhoneOrderForm,
  key: string = randomUUID(),
): Promise<{ order_id: string }> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const products = await productsOf(container, by, form)
  const fingerprint = createHash("sha256").update(JSON.stringify(form)).digest("hex")
  return container.resolve(Modules.LOCKING).execute(
    `phone-order:${by.kind}:${by.id}:${key}`,
    async () => {
      const claim = await claimPhoneOrder(db, by, key, fingerprint)
      if (claim.fingerprint !== fingerprint)
        throw new MedusaError(MedusaError.Types.CONFLICT, "This key was used for another order")
      const order_id = claim.order_id ?? (await orderOf(container, claim)) ?? (await place(claim))
      await namePhoneOrder(db, claim.id, order_id)
      if (by.kind === "producer") await acceptOwn(container, by, order_id)
      return { order_id }
    },
    { timeout: 60 },
  )

  async function place(claim: PhoneOrder) {
    try {
      return await placeOrder(container, claim, form, products)
    } catch (error) {
      // An order that stands is finished by the repair job; its key must never make a second one.
      const made = await orderOf(container, await claimPhoneOrder(db, by, key, fingerprint))
      if (made) return made
      await releasePhoneOrder(db, claim.id)
      throw error
    }
  }
}

/** Who writes an order down has accepted it, and need not be asked within a time limit. */
async function acceptOwn(container: MedusaContainer, { id, name }: KeyedBy, orderId: string) {
  const parts = await container.resolve(TRADE).partsOfOrder(orderId)
  const own = parts.find(({ producer_id, status }) => producer_id === id && status === "placed")
  if (!own) return
  const actor = { role: "producer" as const, id, name }
  await moveProducerOrderWorkflow(container).run({ input: { producer_order_id: own.id, move: "accept", actor } })
}

/** The order a crash may have left without our note of it. */
const orderOf = (container: MedusaContainer, { cart_id }: PhoneOrder) =>
  cart_id ? orderOfCart(container, cart_id) : undefined

async function placeOrder(
  container: MedusaContainer,
  { id }: PhoneOrder,
  form: PhoneOrderForm,
  products: Map<string, string>,
): Promise<string> {
  const cartId = await newBasket(container, "vi")
  await namePhoneBasket(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), id, cartId)
  const lines = form.lines.map(({ listing_id, quantity }) => ({
    product_id: products.get(listing_id) ?? "",
    quantity,
  }))
  await addLines(container, cartId, lines)
  await setAddress(container, cartId, { ...form, ...(await placesOf(container, form)) })
  const shipping = await shippingOf(container, cartId)
  await chooseShipping(
    container,
    cartId,
    shipping.flatMap(({ options }) => {
      const option_id = options[form.delivery]
      return option_id ? [{ option_id }] : []
    }),
  )
  const basket = await readBasket(container, cartId)
  if (!basket) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The basket ${cartId} is gone`)
  await openPayment(container, basket, CASH_PROVIDER, {})
  const { order_id } = await completeBasket(container, cartId)
  return order_id
}

/** The products of the listings asked for. Looked up from who asks: a producer's are its own. */
async function productsOf(container: MedusaContainer, by: KeyedBy, { lines }: PhoneOrderForm) {
  const id = [...new Set(lines.map(({ listing_id }) => listing_id))]
  const own = by.kind === "producer" ? { producer_id: by.id } : {}
  const listings = await container.resolve(CATALOGUE).listListings({ id, ...own }, { take: id.length })
  if (listings.length < id.length) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such product")
  return new Map(listings.map(({ id, product_id }) => [id, product_id]))
}

async function placesOf(container: MedusaContainer, form: PhoneOrderForm) {
  const registry = container.resolve(REGISTRY)
  const [commune] = await registry.listCommunes({ code: form.commune, province_code: form.province })
  const [province] = await registry.listProvinces({ code: form.province })
  if (!commune || !province)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "commune: There is no such commune in that province")
  return {
    commune: { code: commune.code, name: commune.full_name },
    province: { code: province.code, name: province.full_name },
  }
}
