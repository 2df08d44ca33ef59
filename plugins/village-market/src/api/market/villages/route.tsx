import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type ListedVillage, listPlacedCommunes, listVillages } from "../../../modules/catalogue/reads/read-villages"
import { cachedPage } from "../../../web/cached"
import { number } from "../../../web/format"
import type { Language } from "../../../web/language"
import { VillageMap } from "../../../web/map/village-map"
import { MarketLayout } from "../../../web/market/market-layout"
import { inVietnamese } from "../../../web/market/product-card"
import { market } from "../../../web/text/market"

export const GET = cachedPage(async (req, page) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [villages, communes] = await Promise.all([listVillages(pg), listPlacedCommunes(pg)])
  const { lang } = page
  const t = market[lang]
  const intro = t.villagesIntro(number(lang, villages.length), number(lang, communes.length))
  return (
    <MarketLayout page={page} title={t.villages} description={intro} indexed>
      <h1>{t.villages}</h1>
      <p>{intro}</p>
      <div class="with-map">
        <figure>
          <VillageMap lang={lang} communes={communes} villages={villages} />
          <figcaption class="meta">{t.mapNote}</figcaption>
        </figure>
        <ol class="villages">
          {villages.map((village) => (
            <Village lang={lang} village={village} />
          ))}
        </ol>
      </div>
    </MarketLayout>
  )
})

function Village({ lang, village }: { lang: Language; village: ListedVillage }) {
  const t = market[lang]
  return (
    <li>
      <a href={`/market/villages/${village.id}`} lang={inVietnamese(lang)}>
        {village.name}
      </a>
      <span lang={inVietnamese(lang)}>{village.craft}</span>
      <small>
        {village.commune ? <span lang={inVietnamese(lang)}>{village.commune.name} · </span> : null}
        {village.products > 0 ? t.villageProducts(number(lang, village.products)) : t.noneYet}
      </small>
    </li>
  )
}
