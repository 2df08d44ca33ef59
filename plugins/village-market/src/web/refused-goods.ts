import { refusalIn } from "../modules/catalogue/refusals"
import { number } from "./format"
import type { Language } from "./language"
import { windows } from "./text/windows"

/** Why goods were refused, in a sentence for the buyer; nothing when the message is about something else. */
export function refusedGoods(message: string, lang: Language): string | undefined {
  const refusal = refusalIn(message)
  const t = windows[lang].refused
  if (!refusal) return undefined
  return refusal.why === "ahead_full" ? t.ahead_full(number(lang, refusal.left)) : t[refusal.why]
}
