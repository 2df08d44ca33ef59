import type { Language } from "../../../web/language"
import { stall } from "../../../web/text/stall"
import type { Opened, StallRefusal } from "../../../workflows/stall/open-stall-sale"

/** The sentence of a complaint; the schema names its sentences by their keys. */
export const sayStall = (lang: Language) => (key: string) => {
  const sentences: Record<string, unknown> = stall[lang]
  const sentence = sentences[key]
  return typeof sentence === "string" ? sentence : stall[lang].amountWrong
}

/** Why no QR was made. */
export function stallProblem(lang: Language, { why, left = 0 }: Exclude<Opened, { ok: true }>): string {
  const t = stall[lang]
  return why === "not_enough" ? t.not_enough(left) : t[why]
}

/** The field that can put it right. */
export const stallField = (why: StallRefusal) =>
  why === "not_enough" ? "quantity" : why === "no_such_product" ? "listing_id" : "amount"
