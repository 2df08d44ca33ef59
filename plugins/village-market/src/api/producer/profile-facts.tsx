import type { Child } from "hono/jsx"
import { readablePhone } from "../../sms/phone"
import { date } from "../../web/format"
import type { Language } from "../../web/language"
import { portal } from "../../web/text/portal"
import { registration } from "../../web/text/registration"
import type { ProfileView } from "./profile-view"
import type { StepSlug } from "./register/steps/slugs"

type FactsProps = { lang: Language; view: ProfileView; back: "summary" | "profile"; story?: boolean }

/** What a producer has told so far, each with a way to change it. */
export function ProfileFacts({ lang, view, back, story = false }: FactsProps) {
  const t = registration[lang]
  const { producer, commune, village, taxMasked } = view
  const helper = [producer.helper_name, producer.helper_phone ? readablePhone(producer.helper_phone) : null]
    .filter(Boolean)
    .join(", ")
  const rows: { label: string; value: Child; step?: StepSlug }[] = [
    { label: portal[lang].phone, value: readablePhone(producer.phone) },
    { label: t.name, value: producer.name, step: "name" },
    { label: t.kindShort, value: producer.kind ? t[producer.kind] : null, step: "name" },
    { label: t.commune, value: commune, step: "commune" },
    { label: t.village, value: village ?? t.villageNone, step: "village" },
    { label: t.makes, value: producer.makes, step: "makes" },
    { label: t.origin, value: producer.origin ? t[producer.origin] : null, step: "origin" },
    { label: t.evidence, value: <EvidenceList lang={lang} view={view} />, step: "origin" },
    { label: t.tax, value: taxMasked, step: "tax" },
    { label: portal[lang].helper, value: helper || null, step: "helper" },
    ...(story ? [{ label: t.story, value: producer.story, step: "story" as const }] : []),
  ]
  return (
    <dl class="profile">
      {rows.map(({ label, value, step }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value ?? t.notGiven}</dd>
          {step ? (
            <dd class="change">
              <a href={`/producer/register/${step}?back=${back}`}>
                {t.change}
                <span class="visually-hidden">: {label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

export function EvidenceList({ lang, view }: { lang: Language; view: Pick<ProfileView, "evidence"> }) {
  const t = portal[lang]
  if (view.evidence.length === 0) return <>{t.evidenceNone}</>
  const status = { unverified: t.unverified, verified: t.verified, refused: t.refusedEvidence }
  return (
    <ul class="papers">
      {view.evidence.map((paper) => (
        <li>
          <a href={`/producer/evidence/${paper.id}`}>
            {paper.mime_type === "application/pdf" ? "PDF" : t.photoPaper} {t.sentOn(date(lang, paper.created_at))}
          </a>{" "}
          <span class="tag">{status[paper.status]}</span>
        </li>
      ))}
    </ul>
  )
}
