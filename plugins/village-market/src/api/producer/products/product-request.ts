import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { PageContext } from "../../../web/page"
import { listing } from "../../../web/text/listing"
import type { ProducerRequest } from "../../actors"

/** Whoever has not finished registering goes on with that first. */
export const toRegistration = ({ producer }: ProducerRequest) =>
  producer.status === "draft" ? { redirect: "/producer" } : undefined

export const complain =
  ({ lang }: PageContext) =>
  (key: string) =>
    key in listing[lang] ? listing[lang][key as keyof typeof listing.vi] : key

export const asFields = (body: unknown): Record<string, unknown> =>
  typeof body === "object" && body !== null ? { ...body } : {}

/** A refusal of a workflow that its reader can act on, as a sentence for the form; anything else is not expected. */
export function refusalOf(errors: { error: unknown }[]): string | undefined {
  const [failure] = errors
  if (!failure) return undefined
  // The workflow engine hands errors over as plain objects.
  const refused = Refused.safeParse(failure.error)
  if (refused.success) return refused.data.message
  throw failure.error
}

const Refused = z.looseObject({ type: z.literal(MedusaError.Types.INVALID_DATA), message: z.string() })
