import type { ListedProduct } from "../../modules/catalogue/reads/list-products"
import { money } from "../format"
import type { Language } from "../language"
import type { PageContext } from "../page"
import { market } from "../text/market"
import { OcopTag } from "./ocop"
import { ProductPhoto } from "./product-photo"
import { isAhead, WindowTag } from "./sale-window"

/** Names and texts of products are written by their sellers, in Vietnamese. */
export const inVietnamese = (lang: Language) => (lang === "vi" ? undefined : "vi")

export function Price({
  lang,
  product,
}: {
  lang: Language
  product: Pick<ListedProduct, "price" | "highest_price" | "unit">
}) {
  const t = market[lang]
  if (product.price === null) return <span class="price">{t.noPrice}</span>
  return (
    <span class="price">
      {product.highest_price !== product.price ? <small>{t.from} </small> : null}
      {money(lang, product.price)} <small lang={inVietnamese(lang)}>{t.per(product.unit)}</small>
    </span>
  )
}

type CardProps = { page: PageContext; product: ListedProduct; eager?: boolean }

/** The whole card leads to the product, by one link: its name. */
function ProductCard({ page, product, eager }: CardProps) {
  const { lang } = page
  const t = market[lang]
  return (
    <li class="product">
      <ProductPhoto
        page={page}
        photo={product.photo}
        title={product.title}
        sizes="(min-width: 60rem) 17rem, 50vw"
        widest={960}
        eager={eager}
      />
      <h3 lang={inVietnamese(lang)}>
        <a href={`/market/products/${product.handle}`}>{product.title}</a>
      </h3>
      <Price lang={lang} product={product} />
      <span class="meta" lang={inVietnamese(lang)}>
        {product.producer.name}
        {product.village ? ` · ${product.village.name}` : product.commune ? ` · ${product.commune.name}` : ""}
      </span>
      {product.stock === 0 || product.ocop || isAhead(product) ? (
        <span class="tags">
          {product.window && isAhead(product) ? (
            <WindowTag lang={lang} window={product.window} />
          ) : product.stock === 0 ? (
            <span class="tag">{t.soldOut}</span>
          ) : null}
          {product.ocop ? <OcopTag lang={lang} ocop={product.ocop} /> : null}
        </span>
      ) : null}
    </li>
  )
}

export function ProductGrid({ page, products }: { page: PageContext; products: ListedProduct[] }) {
  return (
    <ul class="products">
      {products.map((product, place) => (
        <ProductCard page={page} product={product} eager={place < 4} />
      ))}
    </ul>
  )
}
