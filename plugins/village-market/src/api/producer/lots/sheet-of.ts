import type { z } from "@medusajs/framework/zod"
import { shortGtin } from "../../../modules/traceability/digital-link/gtin"
import { printedUri } from "../../../modules/traceability/digital-link/lot-uri"
import type { SheetLabel } from "../../../modules/traceability/labels/sheet-layout"
import { settingsOf } from "../../../settings"
import { date } from "../../../web/format"
import { pickLanguage } from "../../../web/language"
import { labels } from "../../../web/text/labels"
import type { ProducerRequest } from "../../actors"
import type { lotToPrint } from "./label-of"
import type { LabelsToPrint } from "./read-label-form"

/** The labels to print: so many alike, or one for each number of a batch. */
export function labelsOf(
  req: ProducerRequest,
  { lot, facts, gtin, code, producer, demo }: Awaited<ReturnType<typeof lotToPrint>>,
  { copies }: Pick<z.infer<typeof LabelsToPrint>, "copies">,
  serials: string[],
): SheetLabel[] {
  const { publicUrl } = settingsOf(req.scope)
  const lang = pickLanguage(req)
  const t = labels[lang]
  const one = (serial: string | null): SheetLabel => ({
    ...{ uri: printedUri(publicUrl, { code, gtin, serial: serial ?? undefined }), code, serial },
    ...{ gtin: gtin ? shortGtin(gtin) : null, title: facts.title, producer, demo },
    dates: [t.made(date(lang, lot.made_on)), ...(lot.expires_on ? [t.good(date(lang, lot.expires_on))] : [])],
  })
  return serials.length > 0 ? serials.map(one) : Array.from({ length: copies }, () => one(null))
}
