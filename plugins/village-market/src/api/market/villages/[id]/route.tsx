import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { PAGE_SIZE } from "../../../../modules/catalogue/reads/filters"
import { listProducts } from "../../../../modules/catalogue/reads/list-products"
import { listPlacedCommunes, readVillage } from "../../../../modules/catalogue/reads/read-villages"
import { cachedPage } from "../../../../web/cached"
import { number } from "../../../../web/format"
import { VillageMapDetail } from "../../../../web/map/village-map"
import { marketAddress } from "../../../../web/market/address"
import { MarketLayout } from "../../../../web/market/market-layout"
import { Breadcrumb } from "../../../../web/market/place-links"
import { inVietnamese, ProductGrid } from "../../../../web/market/product-card"
import { VillageFacts, VillageMakers } from "../../../../web/market/village-facts"
import { market } from "../../../../web/text/market"

export const GET = cachedPage(async (req, page) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const village = await readVillage(pg, String(req.params.id))
  if (!village) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such village")
  const [{ count, products }, communes] = await Promise.all([
    listProducts(pg, { filters: { village: village.id } }),
    listPlacedCommunes(pg),
  ])
  const { lang } = page
  const t = market[lang]
  return (
    <MarketLayout
      page={page}
      title={`${t.village} ${village.name}`}
      description={`${village.name}: ${village.craft}`}
      indexed
    >
      <Breadcrumb page={page} steps={[{ name: t.villages, href: "/market/villages" }]} />
      <h1>
        {t.village} <span lang={inVietnamese(lang)}>{village.name}</span>
      </h1>
      <div class="with-map">
        <VillageFacts lang={lang} village={village} />
        <figure>
          <VillageMapDetail lang={lang} communes={communes} villages={[village]} />
        </figure>
      </div>
      <h2>{t.makersOf}</h2>
      <VillageMakers lang={lang} village={village} />
      <h2>{t.productsOf}</h2>
      {products.length > 0 ? <ProductGrid page={page} products={products} /> : <p>{t.noProducts}</p>}
      {count > PAGE_SIZE ? (
        <p>
          <a class="button secondary" href={marketAddress({ village: village.id })}>
            {t.results(number(lang, count))}
          </a>
        </p>
      ) : null}
    </MarketLayout>
  )
})
