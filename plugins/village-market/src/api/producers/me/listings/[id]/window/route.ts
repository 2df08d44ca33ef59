import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { windowsOf } from "../../../../../../modules/catalogue/reads/sale-windows"
import { SaleWindowFields } from "../../../../../../modules/catalogue/sale-window"
import { readForm } from "../../../../../../web/form"
import { pickLanguage } from "../../../../../../web/language"
import { endSaleWindowWorkflow } from "../../../../../../workflows/end-sale-window"
import { ownListing } from "../../../../../../workflows/reads/own-listings"
import { setSaleWindowWorkflow } from "../../../../../../workflows/set-sale-window"
import type { ProducerRequest } from "../../../../../actors"
import { windowComplaint } from "../../../../../producer/products/[id]/window-form"
import { refusalOf } from "../../../../../producer/products/product-request"
import { actorOf, listingIdOf, sendListing } from "../../request"

/** All windows of the caller's own listing, the last first: when it was, is or will be sold ahead. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const { listing } = await ownListing(req.scope, req.producer.id, listingIdOf(req))
  res.json({ sale_windows: await windowsOf(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), listing.id) })
}

/** Sells the listing ahead, or changes how: `opens_on`, `closes_on`, `expected_on` are days of Vietnam, `cap` whole units. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const listing_id = listingIdOf(req)
  const say = windowComplaint(pickLanguage(req))
  await ownListing(req.scope, req.producer.id, listing_id)
  const body = readForm(SaleWindowFields, req.body, say)
  if (!body.ok) throw refuse(body.errors)
  const { errors } = await setSaleWindowWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id, window: body.value, actor: actorOf(req) },
    throwOnError: false,
  })
  const refusal = refusalOf(errors)
  if (refusal !== undefined) throw refuse({ [refusal === "closesPast" ? "closes_on" : "cap"]: say(refusal) })
  return sendListing(req, res, listing_id)
}

/** Takes no more orders ahead; those already placed stay. */
export const DELETE = async (req: ProducerRequest, res: MedusaResponse) => {
  const listing_id = listingIdOf(req)
  await endSaleWindowWorkflow(req.scope).run({
    input: { producer_id: req.producer.id, listing_id, actor: actorOf(req) },
  })
  return sendListing(req, res, listing_id)
}

const refuse = (errors: Record<string, string>) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    Object.entries(errors)
      .map(([field, sentence]) => `${field}: ${sentence}`)
      .join(" "),
  )
