import type { ProductDetail } from "../../modules/catalogue/reads/read-product"
import { number } from "../format"
import type { Language } from "../language"
import { market } from "../text/market"
import { marketAddress } from "./address"
import { CommuneLink, VillageLink } from "./place-links"
import { inVietnamese } from "./product-card"

/** "150 kg", "1,5 kg", "200 g". */
export const weight = (lang: Language, grams: number) =>
  grams >= 1000 ? `${number(lang, Math.round(grams / 10) / 100)} kg` : `${number(lang, grams)} g`

export function ProductFacts({ lang, product }: { lang: Language; product: ProductDetail }) {
  const t = market[lang]
  const { village, commune, category, maker, vsic } = product
  const kind =
    maker.kind === "household" || maker.kind === "cooperative" || maker.kind === "company"
      ? t.kind[maker.kind]
      : t.seller
  const origin = maker.origin === "own_made" || maker.origin === "bought_in" ? t.origin[maker.origin] : null
  return (
    <>
      <dl class="facts">
        <dt>{maker.origin === "own_made" ? t.maker : t.seller}</dt>
        <dd>
          <a href={`/market/producers/${product.producer.handle}`} lang={inVietnamese(lang)}>
            {product.producer.name}
          </a>{" "}
          <small>({kind})</small>
        </dd>
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
        {origin ? (
          <>
            <dt>{t.originLabel}</dt>
            <dd>{origin}</dd>
          </>
        ) : null}
        {product.material ? (
          <>
            <dt>{t.material}</dt>
            <dd lang={inVietnamese(lang)}>{product.material}</dd>
          </>
        ) : null}
        <dt>{t.weight}</dt>
        <dd>{weight(lang, product.weight_grams)}</dd>
        <dt>{t.category}</dt>
        <dd>
          <a href={marketAddress({ category: category.id })}>{lang === "en" ? category.name_en : category.name_vi}</a>
        </dd>
      </dl>
      <p class="meta">
        <small>
          {t.industry(vsic.code, vsic.version)}
          {vsic.name ? (
            <>
              : <span lang={inVietnamese(lang)}>{vsic.name}</span>
            </>
          ) : null}
        </small>
      </p>
    </>
  )
}
