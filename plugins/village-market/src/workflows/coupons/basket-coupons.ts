import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PromotionActions } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { COUPONS } from "../../modules/coupons"
import { tidyCode } from "../../modules/coupons/code"
import { judgeCoupons, notNow, type Refusal } from "../../modules/coupons/judge-coupons"
import { CASH_PROVIDER } from "../trade/payment-providers"
import { Amount } from "../trade/read-order"

const Cart = z.object({
  completed_at: z.unknown(),
  items: z.array(
    z.object({
      id: z.string(),
      product_id: z.string(),
      original_total: Amount,
      is_discountable: z.boolean(),
      adjustments: z.array(z.object({ code: z.string().nullish() })).nullish(),
    }),
  ),
})

async function readCart(container: MedusaContainer, id: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    filters: { id },
    fields: [
      ...["id", "completed_at", "total", "items.id", "items.product_id", "items.original_total"],
      ...["items.is_discountable", "items.adjustments.code"],
    ],
  })
  const cart = Cart.parse(data[0])
  const codes = cart.items.flatMap(({ adjustments }) => (adjustments ?? []).flatMap(({ code }) => code ?? []))
  return { ...cart, codes: [...new Set(codes)] }
}

/** Why a basket would not take these codes on top of those it has, or in their place. The same rule that takes them off. */
export async function refusedCodes(
  container: MedusaContainer,
  cartId: string,
  typed: readonly string[],
  mode: "add" | "replace" = "add",
): Promise<Refusal[]> {
  const codes = typed.map(tidyCode)
  const cart = await readCart(container, cartId)
  const all = mode === "add" ? [...cart.codes, ...codes] : codes
  const refused = await judge(container, cart, all)
  // A code the basket has had for a while is not what is being asked about.
  return refused.filter(({ code }) => codes.includes(code))
}

async function judge(container: MedusaContainer, cart: Awaited<ReturnType<typeof readCart>>, codes: string[]) {
  const coupons = container.resolve(COUPONS)
  const lines = await coupons.withProducers(
    cart.items.map(({ id, product_id, original_total, is_discountable }) => ({
      ...{ id, product_id, discountable: is_discountable },
      amount: Math.max(0, Math.floor(original_total)),
    })),
  )
  return judgeCoupons(codes, await coupons.byCodes(codes), lines, new Date()).refused
}

/** Adds or takes out codes; the payment collection follows, and a payment that was begun is begun anew. */
export async function changeCodes(
  container: MedusaContainer,
  cart_id: string,
  promo_codes: string[],
  action: PromotionActions,
) {
  await updateCartPromotionsWorkflow(container).run({
    input: { cart_id, promo_codes, action, force_refresh_payment_collection: true },
  })
}

/**
 * Makes the coupons of a basket firm before a payment begins: what has lapsed since it was entered is taken out. Where
 * money moves before the order is placed the rest is held, so that what is paid can be ordered; cash on delivery takes
 * its use when it orders. Says what was taken out and why.
 */
export async function firmUpCodes(container: MedusaContainer, cartId: string, providerId: string): Promise<Refusal[]> {
  const cart = await readCart(container, cartId)
  if (cart.codes.length === 0 || cart.completed_at) return []
  const refused = await judge(container, cart, cart.codes)
  const held = refused.length === 0 && providerId !== CASH_PROVIDER
  const lapsed = held ? await holdCodes(container, cartId, cart.codes) : refused
  if (lapsed.length > 0) {
    const codes = lapsed.map(({ code }) => code)
    await changeCodes(container, cartId, codes, PromotionActions.REMOVE)
  }
  return lapsed
}

/**
 * At completion: what is held stands, whatever has become of the coupon since; what is not is looked at now and held,
 * which also counts its use. Says which codes the order cannot be placed with; changes no basket.
 */
export async function holdCodes(container: MedusaContainer, cartId: string, codes: string[]): Promise<Refusal[]> {
  const coupons = container.resolve(COUPONS)
  const [found, held] = await Promise.all([coupons.byCodes(codes), coupons.held(cartId)])
  const now = new Date()
  const refused = codes.flatMap((code) => {
    const coupon = found.find((one) => one.code === code)
    if (!coupon) return [{ code, why: "unknown" as const }]
    return held.includes(coupon.promotion_id) ? [] : (notNow({ ...coupon, max_uses: null }, now) ?? [])
  })
  if (refused.length > 0) return refused
  const taken = await coupons.hold(
    cartId,
    found.map(({ promotion_id }) => promotion_id),
  )
  return taken.map((code) => ({ code, why: "used_up" }))
}
