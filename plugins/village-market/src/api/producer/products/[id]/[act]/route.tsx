import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { readUpload } from "../../../../../evidence/read-upload"
import { storeEvidence } from "../../../../../evidence/store-evidence"
import { QUESTIONS } from "../../../../../modules/catalogue/listing-form"
import type { FieldErrors } from "../../../../../web/fields"
import { readForm } from "../../../../../web/form"
import { type PageContext, type PageResult, page } from "../../../../../web/page"
import { listing as text } from "../../../../../web/text/listing"
import { portal } from "../../../../../web/text/portal"
import { copyListingWorkflow } from "../../../../../workflows/copy-listing"
import { endSaleWindowWorkflow } from "../../../../../workflows/end-sale-window"
import { type OwnListing, ownListing } from "../../../../../workflows/reads/own-listings"
import { setListingVisibilityWorkflow } from "../../../../../workflows/set-listing-visibility"
import { setSaleWindowWorkflow } from "../../../../../workflows/set-sale-window"
import { ListingChanges, updateListingWorkflow } from "../../../../../workflows/update-listing"
import type { ProducerRequest } from "../../../../actors"
import { photoStatus } from "../../../../producers/me/listings/photo-status"
import { actorOf } from "../../../../producers/me/listings/request"
import { changePhotos } from "../../change-photos"
import { asFields, complain, refusalOf, toRegistration } from "../../product-request"
import { editPage } from "../edit-page"
import { WindowForm, windowComplaint } from "../window-form"
import { claimPrefix, saveGtin } from "./gtin-acts"

type At = { req: ProducerRequest; res: MedusaResponse; page: PageContext; own: OwnListing; here: string }
type Act = (at: At) => Promise<PageResult>

const all = <A extends z.ZodType, B extends z.ZodType>(a: A, b: B) => z.intersection(a, b)
const FORMS = {
  quick: all(QUESTIONS.price, QUESTIONS.stock),
  details: all(all(QUESTIONS.name, QUESTIONS.shelf), QUESTIONS.weight),
  ocop: QUESTIONS.ocop,
}

const again = async ({ req, page, own }: At, act: string, errors: FieldErrors, status = 400): Promise<PageResult> => ({
  status,
  body: await editPage(req, page, own, { act, sent: asFields(req.body), errors }),
})

/** Checks one of the edit forms and saves it; what is wrong is said in the form, with what was typed. */
const change =
  (act: keyof typeof FORMS): Act =>
  async (at) => {
    const { req, page, own, here } = at
    const outcome = readForm(FORMS[act], req.body, complain(page))
    if (!outcome.ok) return again(at, act, outcome.errors)
    const { errors } = await updateListingWorkflow(req.scope).run({
      input: {
        producer_id: req.producer.id,
        listing_id: own.listing.id,
        changes: withStockSeen(ListingChanges.parse(outcome.value), asFields(req.body)),
        actor: actorOf(req),
      },
      throwOnError: false,
    })
    const refusal = refusalOf(errors)
    if (refusal === undefined) return { redirect: `${here}?done=saved` }
    return again(at, act, { [act === "quick" ? "stock" : "form"]: refusal })
  }

/** A number of pieces that was not touched is not sent: an order may have left since the page was opened. */
function withStockSeen(changes: z.infer<typeof ListingChanges>, { stock_seen }: Record<string, unknown>) {
  const seen = Number(stock_seen)
  if (changes.stock === undefined || typeof stock_seen !== "string" || !Number.isInteger(seen)) return changes
  const { stock, ...others } = changes
  return stock === seen ? others : { ...changes, stock_seen: seen }
}

const setHidden =
  (hidden: boolean): Act =>
  async ({ req, own, here }) => {
    await setListingVisibilityWorkflow(req.scope).run({
      input: { producer_id: req.producer.id, listing_id: own.listing.id, hidden, actor: actorOf(req) },
    })
    return { redirect: `${here}?done=${hidden ? "hidden" : "shown"}` }
  }

const copy: Act = async ({ req, own }) => {
  const { result } = await copyListingWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id: own.listing.id },
  })
  return { redirect: `/producer/products/${result.listing_id}?done=copied` }
}

const photo: Act = async (at) => {
  const { req, res, page, own, here } = at
  const changed = await changePhotos(req.scope, own.listing.id, await readUpload(req, res, "photo"))
  if (changed.ok) return { redirect: `${here}?done=${changed.done}#photos` }
  return again(at, "photo", { photo: text[page.lang][changed.why] }, changed.status)
}

const certificate: Act = async (at) => {
  const { req, res, page, own, here } = at
  const t = portal[page.lang]
  const upload = await readUpload(req, res, "certificate")
  if (!upload.ok) return again(at, "certificate", { certificate: text[page.lang][upload.why] }, photoStatus(upload.why))
  if (!upload.bytes) return again(at, "certificate", { certificate: t.file_missing })
  const about = { kind: "ocop" as const, listing_id: own.listing.id, issued_on: own.listing.ocop_decided_on }
  const stored = await storeEvidence(req.scope, upload.bytes, {
    ...about,
    producer_id: req.producer.id,
    actor: actorOf(req),
  })
  if (!stored.ok) return again(at, "certificate", { certificate: t[stored.why] })
  return { redirect: `${here}?done=certificate` }
}

const gtin: Act = async (at) => {
  const wrong = await saveGtin(at.req, at.page, at.own.listing.id)
  return wrong ? again(at, "gtin", wrong.errors) : { redirect: `${at.here}?done=saved#gs1` }
}

const gs1prefix: Act = async (at) => {
  const wrong = await claimPrefix(at.req, at.res, at.page)
  return wrong ? again(at, "gs1prefix", wrong.errors, wrong.status) : { redirect: `${at.here}?done=certificate#gs1` }
}

const sellAhead: Act = async (at) => {
  const { req, page, own, here } = at
  const complaint = windowComplaint(page.lang)
  const outcome = readForm(WindowForm, req.body, complaint)
  if (!outcome.ok) return again(at, "window", outcome.errors)
  const { errors } = await setSaleWindowWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id: own.listing.id, window: outcome.value, actor: actorOf(req) },
    throwOnError: false,
  })
  const refusal = refusalOf(errors)
  if (refusal === undefined) return { redirect: `${here}?done=saved#window` }
  return again(at, "window", { [refusal === "closesPast" ? "closes_on" : "cap"]: complaint(refusal) })
}

const stopSellingAhead: Act = async ({ req, own, here }) => {
  await endSaleWindowWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id: own.listing.id, actor: actorOf(req) },
  })
  return { redirect: `${here}?done=window_ended` }
}

const ACTS = new Map<string, Act>(
  Object.entries({
    quick: change("quick"),
    details: change("details"),
    ocop: change("ocop"),
    hide: setHidden(true),
    show: setHidden(false),
    copy,
    photo,
    certificate,
    gtin,
    gs1prefix,
    window: sellAhead,
    endwindow: stopSellingAhead,
  }),
)

export const POST = page<ProducerRequest>(async (req, page, res) => {
  const elsewhere = toRegistration(req)
  if (elsewhere) return elsewhere
  const own = await ownListing(req.scope, req.producer.id, String(req.params.id))
  const act = ACTS.get(String(req.params.act))
  if (!act) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such act")
  return act({ req, res, page, own, here: `/producer/products/${own.listing.id}` })
})

/** An address of a form opened by itself (a reload, a bookmark) leads to the product. */
export const GET = page<ProducerRequest>((req) => ({
  redirect: `/producer/products/${encodeURIComponent(String(req.params.id))}`,
}))
