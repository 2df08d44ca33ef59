import { z } from "@medusajs/framework/zod"
import { parseWhole } from "../../../../modules/catalogue/parse-numbers"
import { SaleWindowFields } from "../../../../modules/catalogue/sale-window"
import { number } from "../../../../web/format"
import type { Language } from "../../../../web/language"
import { windows } from "../../../../web/text/windows"

/** The form as a browser sends it: the cap is typed, and "1.200" is twelve hundred. */
export const WindowForm = z.preprocess((body) => {
  const typed = z.looseObject({ cap: z.string() }).safeParse(body)
  if (!typed.success) return body
  const parsed = parseWhole(typed.data.cap)
  return parsed.ok ? { ...typed.data, cap: parsed.value } : typed.data
}, SaleWindowFields)

/** The sentence behind a message of the schema or of the workflow. */
export const windowComplaint =
  (lang: Language) =>
  (message: string): string => {
    const t = windows[lang].errors
    const [key = "", taken] = message.split(" ")
    if (key === "capBelow") return t.capBelow(number(lang, Number(taken)))
    return isSentence(key) ? t[key] : message
  }

type Sentence = Exclude<keyof typeof windows.vi.errors, "capBelow">
const isSentence = (key: string): key is Sentence => key in windows.vi.errors
