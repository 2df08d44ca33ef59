import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { addToCartWorkflow, createCartWorkflow, updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { checkAdded, checkChanged } from "../basket/check-windows"
import { requireForSale } from "../basket/for-sale"

/** A product that cannot be bought does not get into a basket, however the basket is filled, nor more than there is. */
addToCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await requireVariantsForSale(container, input.items, input.cart_id)
  await checkAdded(container, input.items, input.cart_id)
})

createCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await requireVariantsForSale(container, input.items ?? [])
  await checkAdded(container, input.items ?? [])
})

/** More of it cannot be had either; taking it out always can. */
updateLineItemInCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  const line = cart.items.find(({ id }: { id: string }) => id === input.item_id)
  if (line?.product_id && Number(input.update.quantity) !== 0) await requireForSale(container, [line.product_id])
  if (input.update.quantity !== undefined)
    await checkChanged(container, input.cart_id, input.item_id, Number(input.update.quantity))
})

async function requireVariantsForSale(
  container: MedusaContainer,
  items: { variant_id?: string | null }[],
  cartId?: string,
) {
  const id = items.flatMap(({ variant_id }) => variant_id ?? [])
  if (id.length === 0) return
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ id }, { select: ["id", "product_id"], take: id.length })
  await requireForSale(
    container,
    variants.flatMap(({ product_id }) => product_id ?? []),
    cartId,
  )
}
