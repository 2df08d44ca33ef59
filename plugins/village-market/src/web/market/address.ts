import type { CatalogueQuery } from "../../modules/catalogue/reads/filters"
import { FILTER_KEYS } from "../../modules/catalogue/reads/filters"

/** The address of the market under a query, changed in some respects; any change but of the page itself starts at page 1. */
export function marketAddress(query: Partial<CatalogueQuery>, change: Partial<CatalogueQuery> = {}): string {
  const next = { ...query, page: undefined, ...change }
  const params = new URLSearchParams()
  for (const key of [...FILTER_KEYS, "sort", "page"] as const) {
    const value = next[key]
    if (value === undefined || value === false || value === "" || (key === "page" && value === 1)) continue
    params.set(key, value === true ? "1" : String(value))
  }
  const text = params.toString()
  return text ? `/market?${text}` : "/market"
}
