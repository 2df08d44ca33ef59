import type { Child } from "hono/jsx"
import { CATALOGUE } from "../../../../../../modules/catalogue"
import { ListingFields } from "../../../../../../modules/catalogue/listing-fields"
import { unanswered } from "../../../../../../modules/catalogue/listing-form"
import { date, money, number } from "../../../../../../web/format"
import type { PageContext, PageResult } from "../../../../../../web/page"
import { products } from "../../../../../../web/text/products"
import { createListingOnce } from "../../../../../../workflows/create-listing-once"
import type { ProducerRequest } from "../../../../../actors"
import { actorOf } from "../../../../../producers/me/listings/request"
import type { Draft } from "../../../own-drafts"
import { ProductLayout, ShopNotice, Thumb, weightText } from "../../../parts"
import { shelvesOf } from "../../../questions"
import { SCREENS, type Screen } from "../../screens"

/** The product as it will be; a draft that lacks an answer is led to that question. */
export async function previewPage(req: ProducerRequest, page: PageContext, draft: Draft): Promise<PageResult> {
  const here = `/producer/products/new/${draft.id}`
  const missing = unanswered(draft.answers)
  if (missing) return { redirect: `${here}/${missing}` }
  const { lang } = page
  const t = products[lang]
  const a = ListingFields.parse(draft.answers)
  const photos = await req.scope
    .resolve(CATALOGUE)
    .listPictures({ listing_id: draft.id }, { order: { position: "ASC" } })
  const shelf = (await shelvesOf(req.scope, lang)).find(({ id }) => id === a.category_id)
  const ocop = a.ocop_stars
    ? [t.stars(a.ocop_stars), a.ocop_decided_on ? date(lang, a.ocop_decided_on) : ""]
    : [t.ocopNone]
  const rows: [Screen, string, Child][] = [
    ["photo", t.photos, <Thumbs page={page} photos={photos} title={a.title} />],
    ["name", t.nameLabel, [a.title, a.description].filter(Boolean).join("\n")],
    ["shelf", t.categoryLabel, [shelf?.name, a.material].filter(Boolean).join(", ")],
    ["price", t.price, t.per(money(lang, a.price), a.unit)],
    ["stock", t.stock, `${number(lang, a.stock)} ${a.unit}`],
    ["weight", t.weight, weightText(lang, a.weight_grams)],
    ["ocop", t.ocop, ocop.filter(Boolean).join(", ")],
  ]
  return (
    <ProductLayout page={page} title={t.previewTitle}>
      <p class="meta">{t.stepOf(SCREENS.length, SCREENS.length)}</p>
      <h1>{t.previewTitle}</h1>
      <p>{t.previewLead}</p>
      <ShopNotice lang={lang} status={req.producer.status} />
      <dl class="preview">
        {rows.map(([screen, name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd>
              <a href={`${here}/${screen}?back=preview`} aria-label={t.change(name)}>
                {t.edit}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" action={`${here}/preview`}>
        <p class="actions">
          <button class="button" type="submit">
            {t.post}
          </button>
          <a class="button secondary" href="/producer/products">
            {t.later}
          </a>
        </p>
      </form>
    </ProductLayout>
  )
}

/** Posts the draft once; its id is the key, so a double tap or a repeated request ends at the same product. */
export async function postDraft(req: ProducerRequest, draft: Draft): Promise<PageResult> {
  const missing = unanswered(draft.answers)
  if (missing) return { redirect: `/producer/products/new/${draft.id}/${missing}` }
  const fields = ListingFields.parse(draft.answers)
  const input = { ...fields, producer_id: req.producer.id, draft_id: draft.id, actor: actorOf(req) }
  const posted = await createListingOnce(req.scope, input, draft.id)
  if (posted.ok) return { redirect: `/producer/products/${posted.listing_id}?posted=1` }
  // Answers changed between two taps: the first tap has posted what it saw.
  return { redirect: `/producer/products/new/${draft.id}/preview` }
}

function Thumbs({
  page,
  photos,
  title,
}: {
  page: PageContext
  photos: Parameters<typeof Thumb>[0]["photo"][]
  title: string
}) {
  const t = products[page.lang]
  if (photos.length === 0) return <>{t.noPhoto}</>
  return (
    <span class="thumbs">
      {photos.map((photo, index) => (
        <Thumb page={page} photo={photo} alt={t.photoOf(`${title} ${index + 1}`)} />
      ))}
    </span>
  )
}
