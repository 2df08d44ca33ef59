import type { MedusaContainer } from "@medusajs/framework/types"
import type { Discount } from "../../modules/trade/freeze-parts"

/** Who bears the discounts of an order, by promotion code. A code nobody has given a rule is the marketplace's own. */
export async function discountFunding(
  _container: MedusaContainer,
  codes: string[],
): Promise<Map<string, Discount["funded_by"]>> {
  return new Map(codes.map((code) => [code, "platform"]))
}
