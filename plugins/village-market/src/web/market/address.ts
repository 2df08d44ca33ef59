import type { CatalogueQuery } from "../../modules/catalogue/reads/filters"
import { FILTER_KEYS } from "../../modules/catalogue/reads/filters"

const KEYS = [...FILTER_KEYS, "sort", "page"] as const

/** The address of the market under a query, changed in some respects; any change but of the page itself starts at page 1. */
export function marketAddress(query: Partial<CatalogueQuery>, change: Partial<CatalogueQuery> = {}): string {
  const next = { ...query, page: undefined, ...change }
  const pairs: string[] = []
  for (const key of KEYS) {
    const value = next[key]
    if (value === undefined || value === false || value === "" || (key === "page" && value === 1)) continue
    pairs.push(`${key}=${value === true ? "1" : encodeURIComponent(value)}`)
  }
  return pairs.length > 0 ? `/market?${pairs.join("&")}` : "/market"
}
