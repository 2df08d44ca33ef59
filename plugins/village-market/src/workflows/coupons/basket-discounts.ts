import type { MedusaContainer } from "@medusajs/framework/types"
import { COUPONS } from "../../modules/coupons"

type Part = {
  producer: { id: string; name: string }
  lines: { adjustments?: { code?: string | null; amount: number }[] | null }[]
}

/** What one code takes off, off whose goods, and who pays for it; whole đồng. */
export type BasketDiscount = {
  code: string
  amount: number
  by: "platform" | "producer"
  off: { producer: string; amount: number }[]
}

/** The discounts of a basket by code, the producers' first, as they were taken off. */
export async function discountsOf(container: MedusaContainer, parts: readonly Part[]): Promise<BasketDiscount[]> {
  const found = new Map<string, BasketDiscount>()
  for (const { producer, lines } of parts) {
    for (const { code, amount } of lines.flatMap(({ adjustments }) => adjustments ?? [])) {
      const key = code ?? ""
      const known = found.get(key) ?? { code: key, amount: 0, by: "platform", off: [] }
      const others = known.off.filter((one) => one.producer !== producer.name)
      const so_far = known.off.find((one) => one.producer === producer.name)?.amount ?? 0
      const off = [...others, { producer: producer.name, amount: so_far + amount }]
      found.set(key, { ...known, amount: known.amount + amount, off })
    }
  }
  if (found.size === 0) return []
  const coupons = await container.resolve(COUPONS).byCodes([...found.keys()])
  const funder = new Map(coupons.map(({ code, funded_by }) => [code, funded_by]))
  return [...found.values()]
    .map((discount) => ({ ...discount, by: funder.get(discount.code) ?? "platform" }))
    .sort((a, b) => b.by.localeCompare(a.by) || a.code.localeCompare(b.code))
}
