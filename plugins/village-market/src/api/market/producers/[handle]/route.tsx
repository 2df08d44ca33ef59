import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { PAGE_SIZE } from "../../../../modules/catalogue/reads/filters"
import { listProducts } from "../../../../modules/catalogue/reads/list-products"
import { readProducer } from "../../../../modules/catalogue/reads/read-producer"
import { cachedPage } from "../../../../web/cached"
import { date, number } from "../../../../web/format"
import { marketAddress } from "../../../../web/market/address"
import { MarketLayout } from "../../../../web/market/market-layout"
import { Breadcrumb, CommuneLink, VillageLink } from "../../../../web/market/place-links"
import { inVietnamese, ProductGrid } from "../../../../web/market/product-card"
import { market } from "../../../../web/text/market"

export const GET = cachedPage(async (req, page) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const handle = String(req.params.handle)
  const producer = await readProducer(pg, handle)
  if (!producer) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such producer")
  const { count, products } = await listProducts(pg, { filters: { producer: handle } })
  const { lang } = page
  const t = market[lang]
  const { village, commune, kind, origin } = producer
  const place = village?.name ?? commune?.name ?? "Ninh Bình"
  return (
    <MarketLayout page={page} title={producer.name} description={t.producerDescription(producer.name, place)} indexed>
      <Breadcrumb page={page} steps={village ? [{ name: village.name, href: `/market/villages/${village.id}` }] : []} />
      <h1 lang={inVietnamese(lang)}>{producer.name}</h1>
      <p class="tags">
        {kind === "household" || kind === "cooperative" || kind === "company" ? (
          <span class="tag">{t.kind[kind]}</span>
        ) : null}
        {origin === "own_made" || origin === "bought_in" ? <span class="tag">{t.origin[origin]}</span> : null}
        <span class="tag good">{t.approved}</span>
        {producer.is_demo ? <span class="tag warn">{t.sample}</span> : null}
      </p>
      {producer.story ? <p lang={inVietnamese(lang)}>{producer.story}</p> : null}
      <dl class="facts">
        {producer.makes ? (
          <>
            <dt>{t.makes}</dt>
            <dd lang={inVietnamese(lang)}>{producer.makes}</dd>
          </>
        ) : null}
        {village ? (
          <>
            <dt>{t.village}</dt>
            <dd>
              <VillageLink lang={lang} village={village} />
            </dd>
          </>
        ) : null}
        {commune ? (
          <>
            <dt>{t.commune}</dt>
            <dd>
              <CommuneLink lang={lang} commune={commune} />
            </dd>
          </>
        ) : null}
        {producer.approved_at ? (
          <>
            <dt>{t.since}</dt>
            <dd>{date(lang, producer.approved_at)}</dd>
          </>
        ) : null}
      </dl>
      <h2>{t.producerProducts}</h2>
      {products.length > 0 ? <ProductGrid page={page} products={products} /> : <p>{t.noProducts}</p>}
      {count > PAGE_SIZE ? (
        <p>
          <a class="button secondary" href={marketAddress({ producer: handle })}>
            {t.results(number(lang, count))}
          </a>
        </p>
      ) : null}
    </MarketLayout>
  )
})
