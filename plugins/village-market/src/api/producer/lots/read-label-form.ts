import { z } from "@medusajs/framework/zod"
import { labelsOn, SHEET_NAMES } from "../../../modules/traceability/labels/sheet-formats"
import { readForm } from "../../../web/form"
import type { Language } from "../../../web/language"
import type { LabelValues } from "../../../web/lots/label-form"
import { labels } from "../../../web/text/labels"

export const MOST_COPIES = 1000

const whole = (message: string, most: number) =>
  z
    .string(message)
    .transform((text) => text.replace(/[\s.]/g, ""))
    .pipe(
      z
        .string()
        .regex(/^\d{1,5}$/, message)
        .transform(Number)
        .pipe(z.number().min(1, message).max(most, message)),
    )

/** Which labels to print. `start` counts the places of a sheet from 1. */
export const LabelsToPrint = z
  .object({
    sheet: z.enum(SHEET_NAMES, "sheetWrong"),
    copies: whole("copiesWrong", MOST_COPIES),
    start: whole("startWrong", 65),
    serials: z.literal("1").optional(),
  })
  .refine(({ sheet, start }) => start <= labelsOn(sheet), { path: ["start"], message: "startWrong" })

/** Reads the form, or an address that carries what a form would send; complaints in the reader's language. */
export function readLabels(lang: Language, values: LabelValues) {
  const sentences: Record<string, unknown> = labels[lang]
  return readForm(LabelsToPrint, values, (key) => (typeof sentences[key] === "string" ? sentences[key] : key))
}

/** A new sheet of the roll, and as many labels as there are pieces left. */
export const usualLabels = (lot: { left: number }): Required<Pick<LabelValues, "sheet" | "copies" | "start">> => ({
  sheet: "a4-21",
  copies: `${Math.min(MOST_COPIES, Math.max(1, Math.floor(lot.left)))}`,
  start: "1",
})
