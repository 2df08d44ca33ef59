import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import type { StallSale } from "../../modules/trade/stall-sales"
import { stockUpStall } from "./stock-up-stall"

/**
 * Puts the one line of a paid stall sale into its basket, at the amount that was keyed in and paid. Goods that are on
 * sale are their variant, and their stock is counted down. Sundries, and goods taken off the market meanwhile, are a
 * line of Medusa's without a variant (a draft's variant is refused), told by its product, whose listing has the terms.
 */
export async function addStallLine(container: MedusaContainer, { id, quantity, amount }: StallSale, cart_id: string) {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { product_id } = await db("stall_sale").where({ id }).first("product_id")
  const [product] = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ id: product_id }, { select: ["id", "title", "status"], relations: ["variants"], take: 1 })
  if (!product) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "A product is no longer for sale.")
  const sold = { quantity, unit_price: amount / quantity }
  const [variant] = product.status === "published" ? (product.variants ?? []) : []
  if (variant) await stockUpStall(container, variant.id, quantity)
  const line = variant
    ? { ...sold, variant_id: variant.id }
    : { ...sold, product_id, title: product.title, product_title: product.title, requires_shipping: false }
  await addToCartWorkflow(container).run({ input: { cart_id, items: [line] } })
}
