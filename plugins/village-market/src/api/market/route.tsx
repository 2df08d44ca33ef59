import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CatalogueQuery, PAGE_SIZE } from "../../modules/catalogue/reads/filters"
import { listProducts } from "../../modules/catalogue/reads/list-products"
import { findProducts } from "../../search/find-products"
import { cachedPage } from "../../web/cached"
import { number } from "../../web/format"
import { CategoryChips, ChosenFilters, MoreFilters } from "../../web/market/facets"
import { Pager, SortLinks } from "../../web/market/list-tools"
import { MarketLayout } from "../../web/market/market-layout"
import { ProductGrid } from "../../web/market/product-card"
import { SearchBox } from "../../web/market/search-box"
import type { PageContext } from "../../web/page"
import { common } from "../../web/text/common"
import { market } from "../../web/text/market"

/** Anybody's words make any number of pages, and the search index follows an edit a moment later: those are not kept. */
export const GET = cachedPage(
  async (req, page) => {
    const query = CatalogueQuery.safeParse(req.query)
    return query.success ? showMarket(req, page, query.data) : { status: 400, body: <BadAddress page={page} /> }
  },
  (req) => !req.query.q,
)

async function showMarket(req: MedusaRequest, page: PageContext, query: CatalogueQuery) {
  const { lang } = page
  const t = market[lang]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const found = query.q ? await findProducts(req.scope, query.q) : undefined
  const { count, products, facets } = await listProducts(pg, {
    filters: query,
    ids: found?.ids,
    offset: (query.page - 1) * PAGE_SIZE,
    facets: true,
  })
  const results = number(lang, count)
  const front = !query.q && Object.values({ ...query, page: undefined }).every((value) => !value)
  return (
    <MarketLayout page={page} title={query.q ?? common[lang].marketName} description={t.description} indexed={front}>
      <div class="hero">
        <h1>{common[lang].marketName}</h1>
        {front ? <p>{t.intro}</p> : null}
        <SearchBox lang={lang} query={query} />
      </div>
      <CategoryChips lang={lang} query={query} facets={facets} />
      <MoreFilters lang={lang} query={query} facets={facets} />
      <ChosenFilters lang={lang} query={query} facets={facets} producer={products[0]?.producer.name} />
      {found?.approximate && count > 0 ? <p class="notice">{t.approximate(query.q ?? "")}</p> : null}
      <div class="list-head">
        <h2 class="count">{query.q ? t.resultsFor(results, query.q) : t.results(results)}</h2>
        {count > 1 ? <SortLinks lang={lang} query={query} /> : null}
      </div>
      {products.length > 0 ? <ProductGrid page={page} products={products} /> : <Nothing page={page} />}
      <Pager lang={lang} query={query} count={count} />
    </MarketLayout>
  )
}

function Nothing({ page }: { page: PageContext }) {
  const t = market[page.lang]
  return (
    <div class="card empty">
      <h3>{t.nothing}</h3>
      <p>{t.nothingWay}</p>
      <p>
        <a class="button" href="/market">
          {t.everything}
        </a>
      </p>
    </div>
  )
}

function BadAddress({ page }: { page: PageContext }) {
  const t = market[page.lang]
  return (
    <MarketLayout page={page} title={common[page.lang].errorTitle}>
      <h1>{common[page.lang].errorTitle}</h1>
      <p>{t.badAddress}</p>
      <p>
        <a class="button" href="/market">
          {t.everything}
        </a>
      </p>
    </MarketLayout>
  )
}
