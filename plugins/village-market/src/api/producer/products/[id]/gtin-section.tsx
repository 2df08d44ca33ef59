import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type OwnPrefix, ownPrefixes } from "../../../../modules/registry/gs1-prefixes"
import { shortGtin } from "../../../../modules/traceability/digital-link/gtin"
import { gtinOf } from "../../../../modules/traceability/digital-link/lot-uri"
import { ErrorSummary, FileInput, Input } from "../../../../web/fields"
import type { PageContext } from "../../../../web/page"
import { gtinText } from "../../../../web/text/gtin"
import type { ProducerRequest } from "../../../actors"
import { shrinks } from "../parts"
import type { Refused } from "./edit-page"

export type GtinFacts = { prefixes: OwnPrefix[]; gtin: string | undefined }

/** The company prefixes of the producer and the GTIN that the listing bears. */
export async function readGtinFacts(req: ProducerRequest, listingId: string): Promise<GtinFacts> {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [prefixes, gtin] = await Promise.all([ownPrefixes(pg, req.producer.id), gtinOf(pg, listingId)])
  return { prefixes, gtin }
}

type Props = { page: PageContext; facts: GtinFacts; here: string; refused?: Refused }

/** The product's GTIN and the producer's company prefixes, folded away: few have one. */
export function GtinSection({ page: { lang }, facts: { prefixes, gtin }, here, refused }: Props) {
  const t = gtinText[lang]
  const of = (act: string) => (refused?.act === act ? refused : undefined)
  const sent = (act: string, name: string) => {
    const value = of(act)?.sent[name]
    return typeof value === "string" ? value : undefined
  }
  const errors = of("gtin")?.errors
  const paperErrors = of("gs1prefix")?.errors
  return (
    <details class="card" id="gs1" open={Boolean(errors ?? paperErrors)}>
      <summary>{t.title}</summary>
      <p class="hint">{t.lead}</p>
      {gtin ? <p>{t.now(shortGtin(gtin))}</p> : null}
      {prefixes.length > 0 ? (
        <>
          <p>{t.prefixes}:</p>
          <ul>
            {prefixes.map(({ prefix, status }) => (
              <li>
                {prefix} <span class="tag">{t.status[status]}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <form method="post" action={`${here}/gtin`} novalidate>
        <ErrorSummary lang={lang} errors={errors} />
        <Input
          {...{ lang, errors, name: "gtin", label: t.label, hint: t.hint, inputmode: "numeric", maxlength: 20 }}
          value={sent("gtin", "gtin") ?? (gtin ? shortGtin(gtin) : "")}
        />
        <button class="button" type="submit">
          {t.save}
        </button>
      </form>
      <form method="post" action={`${here}/gs1prefix`} enctype="multipart/form-data" novalidate {...shrinks(lang)}>
        <ErrorSummary lang={lang} errors={paperErrors} />
        <Input
          {...{ lang, name: "prefix", label: t.prefixLabel, hint: t.prefixHint, inputmode: "numeric", maxlength: 20 }}
          errors={paperErrors}
          value={sent("gs1prefix", "prefix")}
          required
        />
        <FileInput
          {...{ lang, name: "paper", label: t.paperLabel, hint: t.paperHint, accept: "image/*,application/pdf" }}
          errors={paperErrors}
          required
        />
        <button class="button secondary" type="submit">
          {t.send}
        </button>
      </form>
    </details>
  )
}
