import { z } from "@medusajs/framework/zod"
import { recallTexts } from "../web/text/recall"

/** Complaints of the recall schemas as sentences: they carry keys of the pages' texts. */
export function recallSentence(lang: "vi" | "en") {
  const sentences: Record<string, unknown> = recallTexts[lang]
  return (key: string) => (typeof sentences[key] === "string" ? sentences[key] : recallTexts[lang].somethingWrong)
}

/** Which buyer of a recall was called, and what came of it. */
export const CallNote = z.object({
  reach_id: z.string().min(1).max(60),
  note: z
    .string()
    .trim()
    .max(200)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null),
})
