import { listingState } from "../../../modules/catalogue/listing-state"
import { money, number } from "../../../web/format"
import { type PageContext, page } from "../../../web/page"
import { products } from "../../../web/text/products"
import { type OwnListing, ownListings } from "../../../workflows/reads/own-listings"
import type { ProducerRequest } from "../../actors"
import { type Draft, ownDrafts } from "./own-drafts"
import { Done, ProductLayout, ShopNotice, Thumb } from "./parts"
import { toRegistration } from "./product-request"

const TONE = { on_sale: "good", sold_out: "warn", hidden: "", waiting: "warn", stopped: "bad" } as const

/** A producer's products, the newest first, with what is still being posted above them. */
export const GET = page<ProducerRequest>(async (req, page) => {
  const elsewhere = toRegistration(req)
  if (elsewhere) return elsewhere
  const { producer, scope } = req
  const t = products[page.lang]
  const [drafts, own] = [await ownDrafts(scope, producer.id), await ownListings(scope, producer.id)]
  return (
    <ProductLayout page={page} title={t.title}>
      <h1>{t.title}</h1>
      {req.query.discarded ? <Done>{t.discarded}</Done> : null}
      <ShopNotice lang={page.lang} status={producer.status} />
      <p class="actions">
        <a class="button" href="/producer/products/new">
          {t.add}
        </a>
      </p>
      {drafts.length ? <Drafts page={page} drafts={drafts} /> : null}
      {own.length === 0 ? (
        <div class="notice">
          <h2>{t.empty}</h2>
          <p>{t.emptyText}</p>
        </div>
      ) : (
        <ul class="own-products">
          {own.map((listing) => (
            <Row
              page={page}
              own={listing}
              state={listingState(producer.status, {
                hidden: listing.listing.hidden,
                available: listing.stock - listing.reserved,
              })}
            />
          ))}
        </ul>
      )}
      <p>
        <a href="/producer">{t.home}</a>
      </p>
    </ProductLayout>
  )
})

function Row({ page, own, state }: { page: PageContext; own: OwnListing; state: keyof typeof TONE }) {
  const { lang } = page
  const t = products[lang]
  const { listing, photos, title } = own
  return (
    <li class="card own-product">
      <Thumb page={page} photo={photos[0]} alt="" />
      <div>
        <h2>
          <a href={`/producer/products/${listing.id}`}>{title}</a>
        </h2>
        <p>
          {t.per(money(lang, own.price), listing.unit)}
          <br />
          {t.left(number(lang, own.stock - own.reserved), listing.unit)}
        </p>
        <p>
          <span class={`tag ${TONE[state]}`}>{t[state]}</span>
        </p>
      </div>
    </li>
  )
}

function Drafts({ page, drafts }: { page: PageContext; drafts: Draft[] }) {
  const t = products[page.lang]
  return (
    <section class="notice">
      <h2>{t.drafts}</h2>
      <ul class="plain">
        {drafts.map(({ id, answers }) => (
          <li class="actions">
            <b>{answers.title ?? t.untitled}</b>
            <a class="button" href={`/producer/products/new/${id}/preview`}>
              {t.resume}
            </a>
            <form method="post" action={`/producer/products/new/${id}/discard`}>
              <button class="button secondary" type="submit">
                {t.discard}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
