import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { listProducts } from "../../../../modules/catalogue/reads/list-products"
import { type ProductDetail, readProduct } from "../../../../modules/catalogue/reads/read-product"
import { BuyForm } from "../../../../web/basket"
import { cachedPage } from "../../../../web/cached"
import { number } from "../../../../web/format"
import { marketAddress } from "../../../../web/market/address"
import { MarketLayout } from "../../../../web/market/market-layout"
import { OcopLine } from "../../../../web/market/ocop"
import { Breadcrumb } from "../../../../web/market/place-links"
import { inVietnamese, Price, ProductGrid } from "../../../../web/market/product-card"
import { ProductFacts } from "../../../../web/market/product-facts"
import { productJsonLd } from "../../../../web/market/product-json-ld"
import { ProductPhoto, photoAddress } from "../../../../web/market/product-photo"
import { isAhead, WindowFacts } from "../../../../web/market/sale-window"
import type { PageContext } from "../../../../web/page"
import { market } from "../../../../web/text/market"

const SIBLINGS = 4

export const GET = cachedPage(async (req, page) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const product = await readProduct(pg, String(req.params.handle))
  if (!product) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such product")
  const { products } = await listProducts(pg, {
    filters: { producer: product.producer.handle },
    limit: SIBLINGS + 1,
  })
  const { lang, settings } = page
  const t = market[lang]
  const { category } = product
  const siblings = products.filter(({ id }) => id !== product.id).slice(0, SIBLINGS)
  const images = product.photos.flatMap((photo) => photoAddress(photo, settings) ?? [])
  return (
    <MarketLayout
      page={page}
      title={product.title}
      description={(product.description ?? `${product.title}, ${product.producer.name}`).slice(0, 160)}
      indexed
      structured={[productJsonLd(product, settings.publicUrl, images)]}
    >
      <Breadcrumb
        page={page}
        steps={[
          { name: lang === "en" ? category.name_en : category.name_vi, href: marketAddress({ category: category.id }) },
        ]}
      />
      <div class="product-page">
        <Photos page={page} product={product} />
        <div>
          <h1 lang={inVietnamese(lang)}>{product.title}</h1>
          <p>
            <Price lang={lang} product={product} />
          </p>
          <Stock lang={lang} product={product} />
          {product.ocop ? (
            <p>
              <OcopLine lang={lang} ocop={product.ocop} />
            </p>
          ) : null}
          {product.stock === 0 || product.price === null ? null : (
            <BuyForm lang={lang} productId={product.id} ahead={isAhead(product)} />
          )}
          {product.is_demo ? <p class="notice">{t.sampleText}</p> : null}
          <h2>{t.facts}</h2>
          <ProductFacts lang={lang} product={product} />
        </div>
      </div>
      {product.description ? (
        <section lang={inVietnamese(lang)}>
          <h2 lang={lang}>{t.about}</h2>
          {product.description.split(/\n+/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
      ) : null}
      {siblings.length > 0 ? (
        <section>
          <h2>{t.moreOf(product.producer.name)}</h2>
          <ProductGrid page={page} products={siblings} />
          <p>
            <a href={`/market/producers/${product.producer.handle}`}>{t.seeShop}</a>
          </p>
        </section>
      ) : null}
    </MarketLayout>
  )
})

function Photos({ page, product }: { page: PageContext; product: ProductDetail }) {
  const [first, ...others] = product.photos
  return (
    <div class="gallery">
      <ProductPhoto page={page} photo={first} title={product.title} sizes="(min-width: 60rem) 34rem, 100vw" eager />
      {others.map((photo) => (
        <ProductPhoto page={page} photo={photo} title={product.title} sizes="(min-width: 60rem) 17rem, 50vw" />
      ))}
    </div>
  )
}

function Stock({ lang, product }: { lang: PageContext["lang"]; product: ProductDetail }) {
  const t = market[lang]
  const { window } = product
  if (window && (isAhead(product) || product.stock === 0))
    return <WindowFacts lang={lang} window={window} unit={product.unit} />
  if (product.stock === 0)
    return (
      <p>
        <span class="tag warn">{t.soldOut}</span>
      </p>
    )
  return (
    <p>
      <span class="tag good">
        {product.stock === null ? t.available : t.stock(number(lang, product.stock), product.unit)}
      </span>
    </p>
  )
}
