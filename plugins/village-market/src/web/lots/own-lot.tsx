import { addressProblem } from "../../modules/traceability/lots/lot-address"
import type { LotLineage } from "../../modules/traceability/lots/read-lineage"
import type { LoggedEvent, OwnLot } from "../../modules/traceability/lots/read-lots"
import { date, number } from "../format"
import type { PageContext } from "../page"
import { OwnLotRecall } from "../recalls/own-lot-recall"
import { labels } from "../text/labels"
import { lotChanges } from "../text/lot-changes"
import { lotProfile } from "../text/lot-profile"
import { lotScans } from "../text/lot-scans"
import { trace } from "../text/trace"
import { CorrectStep } from "./correct-step"
import { Corrected } from "./corrected"
import { LotLineageView } from "./lot-lineage"
import { stepName, stepTime } from "./step-words"

type OwnLotProps = { page: PageContext; lot: OwnLot; events: LoggedEvent[]; lineage: LotLineage }

/** A lot for its producer: the facts, where it came from and went to, the label, what is recorded. */
export function OwnLotView({ page, lot, events, lineage }: OwnLotProps) {
  const { lang, settings } = page
  const t = trace[lang]
  const c = lotChanges[lang]
  const problem = addressProblem(settings)
  const label = `/producer/lots/${lot.id}/label`
  return (
    <>
      <h1>{lot.title}</h1>
      <p>
        {t.code}: <strong class="lot-code">{lot.code}</strong>
      </p>
      <p class="meta">
        {t.made} {date(lang, lot.made_on)}
        {lot.expires_on ? ` · ${t.expires} ${date(lang, lot.expires_on)}` : ""} ·{" "}
        {t.left(number(lang, lot.left), number(lang, lot.quantity), lot.unit)}
      </p>
      <OwnLotRecall lang={lang} lot={lot} />
      {lot.status === "active" && lot.left > 0 ? (
        <>
          <h2>{c.whatNext}</h2>
          <p class="actions">
            <a class="button secondary" href={`/producer/lots/${lot.id}/transform`}>
              {c.toTransform}
            </a>
            <a class="button secondary" href={`/producer/lots/${lot.id}/split`}>
              {c.toSplit}
            </a>
            <a href={`/producer/lots/${lot.id}/correct`}>{c.toCorrect}</a>
          </p>
        </>
      ) : null}
      <LotLineageView lang={lang} lotId={lot.id} lineage={lineage} />
      <h2>{t.label}</h2>
      {problem || lot.status !== "active" ? (
        <p class="notice warn">{problem ? t.addressProblems[problem] : labels[lang].notForSale}</p>
      ) : (
        <>
          <p>{t.labelLead}</p>
          <p>
            <img class="lot-label" src={`${label}.svg`} width="640" height="450" alt={t.labelAlt(lot.code)} />
          </p>
          <p class="actions">
            <a class="button" href={`${label}s`}>
              {labels[lang].link}
            </a>
            <a class="button secondary" href={`${label}.svg?download=1`}>
              {t.labelSvg}
            </a>
            <a class="button secondary" href={`${label}.png?download=1`}>
              {t.labelPng}
            </a>
            <a class="button secondary" href={`/lot/${lot.code}`}>
              {t.publicPage}
            </a>
          </p>
        </>
      )}
      <h2>{t.stepsDone}</h2>
      <ol class="lot-line">
        {events
          .filter(({ error_reason }) => !error_reason)
          .map((event) => (
            <li>
              <Corrected lang={lang} event={event}>
                <strong>{stepName(lang, event.record)}</strong> — {stepTime(lang, event.record)}
              </Corrected>
              {event.note ? <p class="meta">{event.note}</p> : null}
              {event.corrected_reason || event.record.action === "ADD" ? null : (
                <CorrectStep lang={lang} lotId={lot.id} stepId={event.id} />
              )}
            </li>
          ))}
      </ol>
      <p class="actions">
        <a href={`/producer/lots/${lot.id}/profile`}>{lotProfile[lang].link}</a>
        <a href={`/producer/lots/${lot.id}/scans`}>{lotScans[lang].link}</a>
      </p>
    </>
  )
}
