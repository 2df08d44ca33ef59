import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { settingsOf } from "../../../../settings"
import { readForm } from "../../../../web/form"
import { pickLanguage } from "../../../../web/language"
import { type ListingText, listing as text } from "../../../../web/text/listing"
import { ownListing } from "../../../../workflows/reads/own-listings"
import type { Actor } from "../../../../workflows/steps/record-act"
import type { ProducerRequest } from "../../../actors"
import { listingJson } from "./listing-json"

export const say = (req: ProducerRequest): ListingText => text[pickLanguage(req)]

/** The sentence behind a schema's message; a message that is no key (an unknown field) speaks for itself. */
export const sentence = (t: ListingText) => (key: string) => (key in t ? t[key as keyof ListingText] : key)

/** The body, or a refusal that names every field and says what is wrong with it. */
export function checkBody<S extends z.ZodType>(req: ProducerRequest, schema: S): z.infer<S> {
  const outcome = readForm(schema, req.body, sentence(say(req)))
  if (outcome.ok) return outcome.value
  const message = Object.entries(outcome.errors)
    .map(([field, text]) => `${field}: ${text}`)
    .join(" ")
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

export const actorOf = ({ auth_context, producer }: ProducerRequest): Actor => ({
  kind: "producer",
  id: auth_context.actor_id,
  name: producer.name ?? undefined,
})

/** The listing the address names, when it is the caller's own. */
export const listingIdOf = (req: ProducerRequest) => String(req.params.id)

export async function sendListing(req: ProducerRequest, res: MedusaResponse, id: string, status = 200) {
  const own = await ownListing(req.scope, req.producer.id, id)
  res.status(status).json({ listing: listingJson(own, settingsOf(req.scope)) })
}

/** Whoever has not finished registering has no shop to put products in. */
export function refuseDraft(req: ProducerRequest) {
  if (req.producer.status === "draft") throw new MedusaError(MedusaError.Types.FORBIDDEN, say(req).draftProducer)
}
