import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  addToCartWorkflow,
  createCartWorkflow,
  deleteLineItemsWorkflow,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Language } from "../../web/language"
import type { Basket } from "./read-basket"

/** Puts a product into the basket, which is made when there is none. Returns the basket's id. */
export async function addToBasket(
  container: MedusaContainer,
  { cartId, productId, quantity, lang }: { cartId?: string; productId: string; quantity: number; lang: Language },
): Promise<string> {
  const items = await itemsOf(container, [{ product_id: productId, quantity }])
  const id = cartId ?? (await newBasket(container, lang))
  await addToCartWorkflow(container).run({ input: { cart_id: id, items } })
  return id
}

type Wanted = { product_id: string; quantity: number }

/** Puts several products at once into a basket that is there. */
export async function addLines(container: MedusaContainer, cartId: string, lines: Wanted[]) {
  await addToCartWorkflow(container).run({ input: { cart_id: cartId, items: await itemsOf(container, lines) } })
}

/** A product of ours has one variant. */
async function itemsOf(container: MedusaContainer, lines: Wanted[]) {
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ product_id: lines.map(({ product_id }) => product_id) }, { take: lines.length })
  return lines.map(({ product_id, quantity }) => {
    const variant = variants.find((one) => one.product_id === product_id)
    if (!variant) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such product")
    return { variant_id: variant.id, quantity }
  })
}

/** Nought takes the line out. */
export async function changeLine(container: MedusaContainer, basket: Basket, lineId: string, quantity: number) {
  if (!basket.items.some(({ id }) => id === lineId)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such line in this basket")
  }
  if (quantity === 0) {
    await deleteLineItemsWorkflow(container).run({ input: { cart_id: basket.id, ids: [lineId] } })
    return
  }
  await updateLineItemInCartWorkflow(container).run({
    input: { cart_id: basket.id, item_id: lineId, update: { quantity } },
  })
}

export async function newBasket(container: MedusaContainer, lang: Language): Promise<string> {
  const [region] = await container.resolve(Modules.REGION).listRegions({ currency_code: "vnd" }, { take: 1 })
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  if (!region || !store?.default_sales_channel_id) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The shop has no region in đồng or no sales channel: run its seed",
    )
  }
  const { result } = await createCartWorkflow(container).run({
    input: {
      region_id: region.id,
      sales_channel_id: store.default_sales_channel_id,
      currency_code: "vnd",
      metadata: { language: lang },
    },
  })
  return result.id
}
