/** What a form sent, as far as it is text. */
export type Values = Record<string, string | undefined>

const FIELD = "quantity:"

/** The field that asks how many of a listing. */
export const quantityField = (listingId: string) => `${FIELD}${listingId}`

/** The lines a form asks for: every quantity that was given, as it was written. */
export const linesOf = (values: Values) =>
  Object.entries(values).flatMap(([name, text]) =>
    name.startsWith(FIELD) && text?.trim() ? [{ listing_id: name.slice(FIELD.length), quantity: text.trim() }] : [],
  )
