import type { MedusaContainer } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import type { Child } from "hono/jsx"
import type { ProfileFields, StoredProfile } from "../../../../modules/registry/profile-fields"
import type { FieldErrors } from "../../../../web/fields"
import type { FormOutcome } from "../../../../web/form"
import type { PageContext } from "../../../../web/page"
import { registration } from "../../../../web/text/registration"
import type { ProducerRow } from "../../profile-view"

export type Dictionary = (typeof registration)["vi"]
export type Changes = Partial<z.infer<typeof StoredProfile>>
export type Fields = Record<string, unknown>

export type StepView = {
  page: PageContext
  container: MedusaContainer
  producer: ProducerRow
  query: Fields
  /** What was just sent, when it has to be shown again. */
  sent?: Fields
  errors?: FieldErrors
}

export type StepInput = StepView & {
  fields: Fields
  file?: Buffer
  memberId: string
}

/** One question of the registration. */
export type Step = {
  title: (t: Dictionary) => string
  /** Sends a file along. */
  upload?: boolean
  /** What stands in the form; a step with `ownForm` brings its forms itself. */
  fields: (view: StepView) => Promise<Child> | Child
  ownForm?: boolean
  /** Checks the answer; nothing is stored unless it is good. */
  read: (input: StepInput) => Promise<FormOutcome<Changes>> | FormOutcome<Changes>
}

/** What a form field shows: what was just sent, else what is stored. */
export const shown = (view: StepView, field: keyof z.infer<typeof ProfileFields>): string | null => {
  const value = view.sent ? view.sent[field] : view.producer[field]
  return typeof value === "string" ? value : null
}

/** Puts a message key of a schema into words. */
export const sayer = (lang: PageContext["lang"]) => (key: string) => {
  const said: unknown = (registration[lang] as Record<string, unknown>)[key]
  return typeof said === "string" ? said : registration[lang].form_wrong
}
