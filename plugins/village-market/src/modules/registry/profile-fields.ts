import { z } from "@medusajs/framework/zod"
import { normalisePhone } from "../../sms/phone"
import { ORIGINS, PRODUCER_KINDS } from "./models/producer"

/** Messages are keys of `web/text/registration.ts`. An empty optional field is stored as null. */
const text = (least: number, short: string, most: number, long: string) =>
  z.string(short).transform(tidy).pipe(z.string().min(least, short).max(most, long))
const optionalText = (most: number, long: string) =>
  z
    .string()
    .transform(tidy)
    .pipe(z.string().max(most, long))
    .nullish()
    .transform((value) => value || null)

/** Unicode NFC, so that equal names are equal; no control characters except line breaks. */
const tidy = (typed: string) =>
  typed
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, "")
    .trim()
const line = (typed: string) => typed.replace(/\s+/g, " ")

export const ProfileFields = z.object({
  name: text(2, "name_short", 120, "name_long").transform(line),
  kind: z.enum(PRODUCER_KINDS, "kind_missing"),
  commune_code: z.string("commune_missing").regex(/^\d{5}$/, "commune_missing"),
  craft_village_id: z.string("village_unknown").min(1, "village_unknown").nullable(),
  makes: text(3, "makes_short", 1000, "makes_long"),
  story: optionalText(3000, "story_long"),
  origin: z.enum(ORIGINS, "origin_missing"),
  helper_name: optionalText(120, "helper_name_long"),
  helper_phone: z
    .string()
    .nullish()
    .transform((typed, context) => {
      if (!typed?.trim()) return null
      const phone = normalisePhone(typed)
      if (!phone) context.addIssue({ code: "custom", message: "helper_phone_wrong" })
      return phone ?? null
    }),
})

/** As the table holds it: the tax code sealed, never in clear. */
export const StoredProfile = ProfileFields.extend({
  tax_code_cipher: z.string().nullable(),
  holding_key: z.string().nullable(),
})
