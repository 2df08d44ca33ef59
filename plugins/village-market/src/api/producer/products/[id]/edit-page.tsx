import type { Child } from "hono/jsx"
import type { Answers } from "../../../../modules/catalogue/listing-form"
import { REGISTRY } from "../../../../modules/registry"
import { ErrorSummary, type FieldErrors, FileInput } from "../../../../web/fields"
import { number } from "../../../../web/format"
import type { PageContext } from "../../../../web/page"
import { common } from "../../../../web/text/common"
import { products } from "../../../../web/text/products"
import type { OwnListing } from "../../../../workflows/reads/own-listings"
import type { ProducerRequest } from "../../../actors"
import { PhotoList, ProductLayout, ShopNotice, shrinks } from "../parts"
import { Questions, type Shelf, shelvesOf } from "../questions"
import { GtinSection, readGtinFacts } from "./gtin-section"
import { Notices } from "./notices"
import { WindowSection } from "./window-section"

/** A form that was sent and refused: which one, what was typed, what is wrong. */
export type Refused = { act: string; sent: Record<string, unknown>; errors: FieldErrors }

type Part = { page: PageContext; own: OwnListing; here: string; answers: Answers; shelves: Shelf[]; refused?: Refused }

/** One product, the daily changes first: price and how many, then photos, then the rest. */
export async function editPage(req: ProducerRequest, page: PageContext, own: OwnListing, refused?: Refused) {
  const { lang } = page
  const t = products[lang]
  const { listing } = own
  const [, certificates] = await req.scope
    .resolve(REGISTRY)
    .listAndCountEvidences({ producer_id: req.producer.id, listing_id: listing.id, kind: "ocop" }, { take: 1 })
  const gtin = await readGtinFacts(req, listing.id)
  const here = `/producer/products/${listing.id}`
  const part: Part = { page, own, here, answers: answersOf(own), shelves: await shelvesOf(req.scope, lang), refused }
  return (
    <ProductLayout page={page} title={own.title}>
      <p>
        <a href="/producer/products">{t.title}</a>
      </p>
      <h1>{own.title}</h1>
      <Notices page={page} own={own} query={req.query} here={here} />
      <ShopNotice lang={lang} status={req.producer.status} />
      <Quick {...part} />
      <WindowSection page={page} own={own} here={here} refused={refused?.act === "window" ? refused : undefined} />
      <Photos {...part} />
      <Fold {...part} act="details" title={t.details} asks={["name", "shelf", "weight"]} />
      <Ocop {...part} certificates={certificates} />
      <GtinSection page={page} facts={gtin} here={here} refused={refused} />
      <Visibility {...part} />
    </ProductLayout>
  )
}

const answersOf = ({ listing, title, description, price, stock }: OwnListing): Answers => ({
  title,
  description,
  price,
  stock,
  unit: listing.unit,
  material: listing.material,
  category_id: listing.category_id,
  weight_grams: listing.weight_grams,
  ocop_stars: listing.ocop_stars,
  ocop_decided_on: listing.ocop_decided_on,
})

const errorsOf = ({ refused }: Part, act: string) => (refused?.act === act ? refused : undefined)

function Quick(part: Part) {
  const { page, own, here } = part
  const t = products[page.lang]
  const again = errorsOf(part, "quick")
  const props = { ...part, lang: page.lang, sent: again?.sent, errors: again?.errors }
  return (
    <section class="card" aria-labelledby="quick">
      <h2 id="quick">{t.quick}</h2>
      <form method="post" action={`${here}/quick`} novalidate>
        <ErrorSummary lang={page.lang} errors={again?.errors} />
        <Questions ask="price" {...props} />
        <Questions ask="stock" {...props} />
        {own.reserved > 0 ? <p class="hint">{t.reserved(number(page.lang, own.reserved))}</p> : null}
        <input type="hidden" name="stock_seen" value={own.stock} />
        <button class="button" type="submit">
          {common[page.lang].save}
        </button>
      </form>
    </section>
  )
}

function Photos(part: Part) {
  const { page, own, here } = part
  const t = products[page.lang]
  const errors = errorsOf(part, "photo")?.errors
  return (
    <section class="card" aria-labelledby="photos">
      <h2 id="photos">{t.photos}</h2>
      <PhotoList page={page} action={`${here}/photo`} photos={own.photos} title={own.title} />
      <form method="post" action={`${here}/photo`} enctype="multipart/form-data" novalidate {...shrinks(page.lang)}>
        <ErrorSummary lang={page.lang} errors={errors} />
        <FileInput
          lang={page.lang}
          name="photo"
          label={own.photos.length ? t.photoMore : t.photoLabel}
          hint={t.photoHint}
          accept="image/*"
          errors={errors}
          required
        />
        <button class="button secondary" type="submit">
          {t.photoSend}
        </button>
      </form>
    </section>
  )
}

type FoldProps = Part & {
  act: "details" | "ocop"
  title: string
  asks: ("name" | "shelf" | "weight" | "ocop")[]
  lead?: Child
  children?: Child
}

/** What changes seldom stays folded until it is asked for, or until it was refused. */
function Fold({ act, title, asks, lead, children, ...part }: FoldProps) {
  const { page, here } = part
  const again = errorsOf(part, act)
  const props = { ...part, lang: page.lang, sent: again?.sent, errors: again?.errors }
  return (
    <details class="card" open={again !== undefined || (part.refused?.act === "certificate" && act === "ocop")}>
      <summary>{title}</summary>
      {lead}
      <form method="post" action={`${here}/${act}`} novalidate>
        <ErrorSummary lang={page.lang} errors={again?.errors} />
        {asks.map((ask) => (
          <Questions ask={ask} {...props} />
        ))}
        <button class="button" type="submit">
          {common[page.lang].save}
        </button>
      </form>
      {children}
    </details>
  )
}

function Ocop({ certificates, ...part }: Part & { certificates: number }) {
  const { page, own, here } = part
  const t = products[page.lang]
  const errors = errorsOf(part, "certificate")?.errors
  return (
    <Fold {...part} act="ocop" title={t.ocop} asks={["ocop"]} lead={<p>{t.ocopState[own.listing.ocop_status]}</p>}>
      {own.listing.ocop_stars === null ? null : (
        <form
          method="post"
          action={`${here}/certificate`}
          enctype="multipart/form-data"
          novalidate
          {...shrinks(page.lang)}
        >
          <ErrorSummary lang={page.lang} errors={errors} />
          {certificates ? <p class="hint">{t.certificates(number(page.lang, certificates))}</p> : null}
          <FileInput
            lang={page.lang}
            name="certificate"
            label={t.certificate}
            hint={t.certificateHint}
            accept="image/*,application/pdf"
            errors={errors}
            required
          />
          <button class="button secondary" type="submit">
            {t.certificateSend}
          </button>
        </form>
      )}
    </Fold>
  )
}

function Visibility({ page, own, here }: Part) {
  const t = products[page.lang]
  const act = own.listing.hidden ? "show" : "hide"
  return (
    <section class="card" aria-labelledby="visibility">
      <h2 id="visibility">{t.visibility}</h2>
      <form method="post" action={`${here}/${act}`}>
        <button class="button secondary" type="submit">
          {t[act]}
        </button>
      </form>
      <form method="post" action={`${here}/copy`}>
        <p class="hint">{t.copyHint}</p>
        <button class="button secondary" type="submit">
          {t.copy}
        </button>
      </form>
    </section>
  )
}
