import type { CouponUse } from "../../../modules/coupons/coupon-use"

export type Spend = { funder: string; name: string | null; coupons: number; orders: number; spent: number }

/** What coupons have cost the platform and each producer so far, the most first; whole đồng. */
export function spendPerFunder(coupons: readonly CouponUse[]): Spend[] {
  const spend = new Map<string, Spend>()
  for (const { producer_id, producer_name: name, orders, spent } of coupons) {
    const funder = producer_id ?? "platform"
    const so_far = spend.get(funder) ?? { funder, name, coupons: 0, orders: 0, spent: 0 }
    spend.set(funder, {
      ...so_far,
      coupons: so_far.coupons + 1,
      orders: so_far.orders + orders,
      spent: so_far.spent + spent,
    })
  }
  return [...spend.values()].sort((a, b) => b.spent - a.spent)
}
