import type { Child } from "hono/jsx"
import type { PhotoRow } from "../../../modules/catalogue/photos/picture-sources"
import type { ProducerStatus } from "../../../modules/registry/producer-status"
import { number } from "../../../web/format"
import type { Language } from "../../../web/language"
import { Layout } from "../../../web/layout"
import type { PageContext } from "../../../web/page"
import { Picture } from "../../../web/picture"
import { products } from "../../../web/text/products"

/** The frame of the product pages: their style, and the two scripts that help where there is JavaScript. */
export function ProductLayout({ page, title, children }: { page: PageContext; title: string; children: Child }) {
  return (
    <Layout page={page} title={title} scripts={["drafts.js", "shrink-photo.js"]} styles={["products.css"]}>
      <div class="narrow">{children}</div>
    </Layout>
  )
}

/** Why buyers do not see the products now, where that is so. */
export function ShopNotice({ lang, status }: { lang: Language; status: ProducerStatus }) {
  const t = products[lang]
  const text = {
    draft: "",
    pending: t.pendingNotice,
    approved: "",
    refused: t.refusedNotice,
    suspended: t.suspendedNotice,
  }[status]
  return text ? <p class="notice warn">{text}</p> : null
}

export const Done = ({ children }: { children: Child }) => (
  <p class="notice good" role="status">
    {children}
  </p>
)

export function Thumb({ page, photo, alt }: { page: PageContext; photo?: PhotoRow; alt: string }) {
  return (
    <span class="thumb">
      {photo ? (
        <Picture photo={photo} settings={page.settings} alt={alt} sizes="8rem" />
      ) : (
        <span>{products[page.lang].noPhoto}</span>
      )}
    </span>
  )
}

/** 900 → "900 g"; from a kilogram on in kg. */
export const weightText = (lang: Language, grams: number) =>
  grams < 1000 ? `${number(lang, grams)} g` : `${number(lang, grams / 1000)} kg`

type PhotoListProps = {
  page: PageContext
  action: string
  photos: (PhotoRow & { id: string })[]
  title: string
}

/** Photos with a button each to remove it and to move it forward; plain forms. */
export function PhotoList({ page, action, photos, title }: PhotoListProps) {
  const t = products[page.lang]
  return (
    <ol class="photo-list">
      {photos.map((photo, index) => (
        <li>
          <Thumb page={page} photo={photo} alt={t.photoOf(`${title} ${index + 1}`)} />
          <form method="post" action={action}>
            <button class="button secondary" type="submit" name="remove" value={photo.id}>
              {t.photoRemove(index + 1)}
            </button>
            {index > 0 ? (
              <button class="button secondary" type="submit" name="forward" value={photo.id}>
                {t.photoForward(index + 1)}
              </button>
            ) : null}
          </form>
        </li>
      ))}
    </ol>
  )
}

/** Attributes of a form whose photo the browser makes smaller, with the sentences its script says. */
export const shrinks = (lang: Language) => {
  const { shrinking, sending, offline } = products[lang]
  return { "data-shrink": "", "data-shrinking": shrinking, "data-sending": sending, "data-offline": offline }
}

/** Attributes of a form whose words the phone keeps until they are safely on the server. */
export const keeps = (lang: Language, answered: boolean) => {
  const { kept, restored } = products[lang]
  return { "data-keep": "", "data-kept": kept, "data-restored": restored, "data-answered": answered ? "" : undefined }
}
