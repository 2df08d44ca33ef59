import { type OcopStars, ocopValidity } from "../../modules/traceability/public-page/ocop-validity"
import type { LotPage, SeenPaper } from "../../modules/traceability/public-page/read-lot-page"
import { date } from "../format"
import type { Language } from "../language"
import { lotPage } from "../text/lot-page"

type CertificatesProps = { lang: Language; lot: Pick<LotPage, "ocop" | "papers">; today: string }

/** Only what an official has seen, with its dates; nothing where there is nothing. */
export function LotCertificates({ lang, lot: { ocop, papers }, today }: CertificatesProps) {
  if (!ocop && papers.length === 0) return null
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{lotPage[lang].certificates}</h2>
      <ul>
        {ocop ? (
          <li>
            <strong>{lotPage[lang].ocop(ocop.stars)}</strong>: {ocopWords(lang, ocop, today)}
          </li>
        ) : null}
        {papers.map((paper) => (
          <li>{paperWords(lang, paper)}</li>
        ))}
      </ul>
    </section>
  )
}

function ocopWords(lang: Language, ocop: OcopStars, today: string) {
  const t = lotPage[lang]
  const validity = ocopValidity(ocop, today)
  switch (validity.state) {
    case "valid":
      return t.ocopValid(date(lang, validity.decided_on), date(lang, validity.until))
    case "expired":
      return <strong>{t.ocopExpired(date(lang, validity.until))}</strong>
    case "undated":
      return t.ocopUndated
    case "demo":
      return t.ocopDemo
  }
}

function paperWords(lang: Language, { kind, issued_on, seen_at }: SeenPaper) {
  const t = lotPage[lang]
  const dates = [issued_on && t.paperIssued(date(lang, issued_on)), seen_at && t.paperSeen(date(lang, seen_at))]
  return `${t.paper[kind]}: ${dates.filter(Boolean).join(", ")}`
}
