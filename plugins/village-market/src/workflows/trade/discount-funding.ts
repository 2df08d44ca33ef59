import type { MedusaContainer } from "@medusajs/framework/types"
import { COUPONS } from "../../modules/coupons"
import type { Discount } from "../../modules/trade/freeze-parts"

/**
 * Who bears the discounts of an order, by promotion code, as the coupons' rules say. A code nobody has given a rule is
 * the marketplace's own: it takes nothing off a basket, and whatever was taken off by it is no producer's loss.
 */
export async function discountFunding(
  container: MedusaContainer,
  codes: string[],
): Promise<Map<string, Discount["funded_by"]>> {
  const funders = await container.resolve(COUPONS).funders(codes)
  return new Map(codes.map((code) => [code, funders.get(code) ?? "platform"]))
}
