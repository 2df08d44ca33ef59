import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Context, PromotionTypes } from "@medusajs/framework/types"
import { ComputedActions } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import stock from "@medusajs/medusa/promotion"
import { judgeCoupons } from "../coupons/judge-coupons"
import { type BasketLine, CouponsService } from "../coupons/service"

const ADDED: string[] = [ComputedActions.ADD_ITEM_ADJUSTMENT, ComputedActions.ADD_SHIPPING_METHOD_ADJUSTMENT]

/** Amounts are numbers, or objects that turn into one. */
const Amount = z.preprocess((value) => Number(value?.valueOf()), z.number())
const Item = z.object({
  id: z.string(),
  product_id: z.string().nullish(),
  product: z.object({ id: z.string() }).nullish(),
  original_total: Amount,
  is_discountable: z.boolean().nullish(),
})

/**
 * Medusa's promotions, but what they take off a line is whole đồng and has a funder. Medusa parts an amount over lines
 * with fractions and knows no funder; every path to a discount (a basket's codes, its lines, an edit) asks this one
 * method, so this is the one place that holds for all of them. A promotion without our rule takes nothing off:
 * nobody has said who pays for it.
 */
export class WholeDongPromotionService extends stock.service {
  readonly #coupons: CouponsService

  constructor(
    dependencies: { __pg_connection__: Knex } & ConstructorParameters<typeof stock.service>[0],
    ...rest: [ConstructorParameters<typeof stock.service>[1]]
  ) {
    super(dependencies, ...rest)
    this.#coupons = new CouponsService(dependencies)
  }

  override async computeActions(
    codes: string[],
    context: PromotionTypes.ComputeActionContext,
    options: PromotionTypes.ComputeActionOptions = {},
    ...shared: [Context?]
  ): Promise<PromotionTypes.ComputeActions[]> {
    const actions = await super.computeActions(codes, context, options, ...shared)
    const items = z.array(Item).parse(context.items ?? [])
    const found = await this.#coupons.byCodes(codes)
    // An order that is being edited has had its use counted already.
    const coupons = options.skip_usage_limit_checks ? found.map((one) => ({ ...one, max_uses: null })) : found
    const lines = await this.#coupons.withProducers(items.map(toLine))
    const { discounts } = judgeCoupons(codes, coupons, lines, new Date())
    return [
      ...actions.filter(({ action }) => !ADDED.includes(action)),
      ...discounts.map(({ line_id, code, amount }) => ({
        action: ComputedActions.ADD_ITEM_ADJUSTMENT as const,
        item_id: line_id,
        amount,
        code,
        is_tax_inclusive: true,
      })),
    ]
  }
}

const toLine = ({ id, product_id, product, original_total, is_discountable }: z.infer<typeof Item>): BasketLine => ({
  id,
  product_id: product_id ?? product?.id ?? "",
  // A price with a fraction is refused at completion; a discount of it never exceeds it.
  amount: Math.max(0, Math.floor(original_total)),
  discountable: is_discountable !== false,
})
