import { MedusaError } from "@medusajs/framework/utils"
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
  const { error } = failure
  if (error instanceof Error && "type" in error && error.type === MedusaError.Types.INVALID_DATA) return error.message
  throw error
}
