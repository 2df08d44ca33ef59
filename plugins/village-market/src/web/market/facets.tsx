import type { Facets, FacetValue } from "../../modules/catalogue/reads/facets"
import type { CatalogueQuery } from "../../modules/catalogue/reads/filters"
import type { FacetName } from "../../modules/catalogue/reads/visible-listings"
import { money, number } from "../format"
import type { Language } from "../language"
import { market } from "../text/market"
import { marketAddress } from "./address"
import { PriceForm } from "./filter-form"

type FacetProps = { lang: Language; query: CatalogueQuery; facets: Facets }

const OTHERS = ["village", "commune", "ocop"] as const

const change = (facet: FacetName, value: string | undefined): Partial<CatalogueQuery> =>
  facet === "ocop" ? { ocop: value === undefined ? undefined : Number(value) } : { [facet]: value }

export function facetName(lang: Language, facet: FacetName, value: FacetValue): string {
  if (facet === "ocop") return market[lang].stars(Number(value.value))
  return lang === "en" ? value.name_en : value.name_vi
}

function Choices({
  lang,
  query,
  facet,
  values,
}: {
  lang: Language
  query: CatalogueQuery
  facet: FacetName
  values: FacetValue[]
}) {
  return (
    <>
      {values.map((value) => (
        <li>
          <a
            href={marketAddress(query, change(facet, value.value))}
            aria-current={String(query[facet] ?? "") === value.value ? "true" : undefined}
          >
            {facetName(lang, facet, value)} <small>{number(lang, value.count)}</small>
          </a>
        </li>
      ))}
    </>
  )
}

export function CategoryChips({ lang, query, facets }: FacetProps) {
  const t = market[lang]
  return (
    <nav aria-label={t.categories}>
      <ul class="chips">
        <li>
          <a href={marketAddress(query, { category: undefined })} aria-current={query.category ? undefined : "true"}>
            {t.all}
          </a>
        </li>
        <Choices lang={lang} query={query} facet="category" values={facets.category} />
      </ul>
    </nav>
  )
}

/** The other facets and the price, folded away until wanted; opens without script. */
export function MoreFilters({ lang, query, facets }: FacetProps) {
  const t = market[lang]
  const { min_price, max_price, in_stock } = query
  const open = OTHERS.some((facet) => query[facet]) || min_price !== undefined || max_price !== undefined || in_stock
  return (
    <details class="filters" open={open}>
      <summary>{t.filter}</summary>
      <div>
        {OTHERS.filter((facet) => facets[facet].length > 0).map((facet) => (
          <section aria-labelledby={`facet-${facet}`}>
            <h2 id={`facet-${facet}`}>{t.filterTitle[facet]}</h2>
            <ul>
              <Choices lang={lang} query={query} facet={facet} values={facets[facet]} />
            </ul>
          </section>
        ))}
        <PriceForm lang={lang} query={query} />
      </div>
    </details>
  )
}

/** What narrows the list now, each with its way out. */
export function ChosenFilters({ lang, query, facets, producer }: FacetProps & { producer?: string }) {
  const t = market[lang]
  const chosen: { name: string; href: string }[] = []
  const add = (name: string | undefined, without: Partial<CatalogueQuery>) =>
    chosen.push({ name: name ?? "?", href: marketAddress(query, without) })
  for (const facet of ["category", ...OTHERS] as const) {
    const wanted = query[facet]
    if (wanted === undefined) continue
    const value = facets[facet].find(({ value }) => value === String(wanted))
    add(value ? facetName(lang, facet, value) : `${t.filterTitle[facet]}: ${wanted}`, change(facet, undefined))
  }
  if (query.producer) add(producer ?? query.producer, { producer: undefined })
  if (query.min_price !== undefined) add(`${t.priceFrom} ${money(lang, query.min_price)}`, { min_price: undefined })
  if (query.max_price !== undefined) add(`${t.priceTo} ${money(lang, query.max_price)}`, { max_price: undefined })
  if (query.in_stock) add(t.inStockOnly, { in_stock: false })
  if (chosen.length === 0) return null
  return (
    <nav aria-label={t.chosen}>
      <ul class="chips chosen">
        {chosen.map(({ name, href }) => (
          <li>
            <a href={href} aria-label={t.remove(name)}>
              {name} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {chosen.length > 1 ? (
          <li>
            <a href={marketAddress({ q: query.q })}>{t.removeAll}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
