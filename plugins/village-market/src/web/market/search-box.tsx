import type { CatalogueQuery } from "../../modules/catalogue/reads/filters"
import type { Language } from "../language"
import { market } from "../text/market"
import { HiddenFilters } from "./filter-form"

/** A new search keeps the filters: who looks in one village goes on looking there. */
export function SearchBox({ lang, query }: { lang: Language; query: Partial<CatalogueQuery> }) {
  const t = market[lang]
  return (
    <search>
      <form class="search" action="/market" method="get">
        <label for="q">{t.searchLabel}</label>
        <p class="hint" id="q-hint">
          {t.searchHint}
        </p>
        <div>
          <input
            id="q"
            name="q"
            type="search"
            maxlength={100}
            value={query.q ?? ""}
            aria-describedby="q-hint"
            enterkeyhint="search"
          />
          <button type="submit">{t.search}</button>
        </div>
        <HiddenFilters query={query} except={["q"]} />
      </form>
    </search>
  )
}
