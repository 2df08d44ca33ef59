import { type CatalogueQuery, PAGE_SIZE, SORTS } from "../../modules/catalogue/reads/filters"
import { number } from "../format"
import type { Language } from "../language"
import { market } from "../text/market"
import { marketAddress } from "./address"

export function SortLinks({ lang, query }: { lang: Language; query: CatalogueQuery }) {
  const t = market[lang]
  const usual = query.q ? "found" : "newest"
  return (
    <nav aria-label={t.sort} class="sorts">
      {(query.q ? (["found", ...SORTS] as const) : SORTS).map((sort) => (
        <a
          href={marketAddress(query, { sort: sort === usual || sort === "found" ? undefined : sort })}
          aria-current={sort === (query.sort ?? usual) ? "true" : undefined}
        >
          {t.sorts[sort]}
        </a>
      ))}
    </nav>
  )
}

export function Pager({ lang, query, count }: { lang: Language; query: CatalogueQuery; count: number }) {
  const t = market[lang]
  const pages = Math.ceil(count / PAGE_SIZE)
  if (pages <= 1) return null
  return (
    <nav aria-label={t.pages} class="pager">
      {query.page > 1 ? (
        <a class="button secondary" rel="prev" href={marketAddress(query, { page: Math.min(query.page - 1, pages) })}>
          {t.previous}
        </a>
      ) : null}
      <span>{t.page(number(lang, query.page), number(lang, pages))}</span>
      {query.page < pages ? (
        <a class="button secondary" rel="next" href={marketAddress(query, { page: query.page + 1 })}>
          {t.nextPage}
        </a>
      ) : null}
    </nav>
  )
}
