import { inForce } from "./commission"

/** What a seller does with what it sells, as the tax rates tell apart. */
export const TAX_ACTIVITIES = [
  "organisation",
  "production",
  "production_vat5_goods",
  "farm_own_unprocessed",
  "farm_resale_unprocessed",
  "goods_resale",
  "unknown",
] as const
export type TaxActivity = (typeof TAX_ACTIVITIES)[number]

/** A row of `data/withholding-rates.csv`: VAT and personal income tax withheld from a seller. Basis points; ISO dates, both inclusive. */
export type TaxRate = {
  id: string
  activity: string
  vat_bp: number
  pit_bp: number
  valid_from: string
  valid_to: string | null
  basis: string
}

/** Classes of VSIC 2025 whose own make is taxed as 5 % goods: sedge, jute, bamboo, rattan, leaf, straw, coconut (NĐ 181/2025 Đ.4). */
const VAT5_CLASSES = ["16292"]

/**
 * The activity of a sale (NĐ 252/2026 Đ.43–44). Organisations declare for themselves. A farm's own unprocessed goods
 * are free only with evidence on file; without it they count like bought-in produce.
 */
export function taxActivity(sale: {
  producer_kind: string
  origin: string | null
  vsic_code: string
  evidenced: boolean
}): TaxActivity {
  const farm = /^0[123]/.test(sale.vsic_code)
  if (sale.producer_kind !== "household") return "organisation"
  if (sale.origin === "bought_in") return farm ? "farm_resale_unprocessed" : "goods_resale"
  if (sale.origin !== "own_made") return "unknown"
  if (farm) return sale.evidenced ? "farm_own_unprocessed" : "farm_resale_unprocessed"
  return VAT5_CLASSES.includes(sale.vsic_code) ? "production_vat5_goods" : "production"
}

/** The row in force for an activity on an ISO day. None is an error of the data, never a guess. */
export function taxRateOn(rates: readonly TaxRate[], activity: TaxActivity, day: string): TaxRate {
  const found = rates.find((rate) => rate.activity === activity && inForce(rate, day))
  if (!found) throw new Error(`no tax rate for ${activity} on ${day}: add a row to data/withholding-rates.csv`)
  return found
}
