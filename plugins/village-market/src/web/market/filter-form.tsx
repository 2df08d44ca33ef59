import { type CatalogueQuery, FILTER_KEYS } from "../../modules/catalogue/reads/filters"
import type { Language } from "../language"
import { market } from "../text/market"

type Key = (typeof FILTER_KEYS)[number] | "sort"

export function HiddenFilters({ query, except }: { query: Partial<CatalogueQuery>; except: Key[] }) {
  return (
    <>
      {([...FILTER_KEYS, "sort"] as const).map((key) => {
        const value = query[key]
        if (except.includes(key) || value === undefined || value === false) return null
        return <input type="hidden" name={key} value={value === true ? "1" : String(value)} />
      })}
    </>
  )
}

export function PriceForm({ lang, query }: { lang: Language; query: CatalogueQuery }) {
  const t = market[lang]
  return (
    <form class="price-form" action="/market" method="get">
      <fieldset>
        <legend>{t.price}</legend>
        <label for="min_price">{t.priceFrom}</label>
        <input
          id="min_price"
          name="min_price"
          inputmode="numeric"
          pattern="[0-9]*"
          maxlength={12}
          value={query.min_price ?? ""}
        />
        <label for="max_price">{t.priceTo}</label>
        <input
          id="max_price"
          name="max_price"
          inputmode="numeric"
          pattern="[0-9]*"
          maxlength={12}
          value={query.max_price ?? ""}
        />
      </fieldset>
      <label class="check">
        <input type="checkbox" name="in_stock" value="1" checked={query.in_stock} /> <span>{t.inStockOnly}</span>
      </label>
      <HiddenFilters query={query} except={["min_price", "max_price", "in_stock"]} />
      <button class="secondary" type="submit">
        {t.apply}
      </button>
    </form>
  )
}
