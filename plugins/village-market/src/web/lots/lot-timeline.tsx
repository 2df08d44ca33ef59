import type { PublicEvent } from "../../modules/traceability/public-page/read-lot-page"
import { type TimelineStep, timeline } from "../../modules/traceability/public-page/timeline"
import { date } from "../format"
import type { Language } from "../language"
import { lotPage } from "../text/lot-page"
import { trace } from "../text/trace"
import { stepName, stepTime } from "./step-words"

/** What was done, when, as recorded. */
export function LotTimeline({ lang, events }: { lang: Language; events: PublicEvent[] }) {
  return (
    <ol class="lot-line">
      {timeline(events).map((step) => (
        <Step lang={lang} step={step} />
      ))}
    </ol>
  )
}

function Step({ lang, step: { event, note, mistaken, intact } }: { lang: Language; step: TimelineStep }) {
  const t = trace[lang]
  if (event.salt === null) return <li class="meta">{t.erasedRecord}</li>
  const said = (
    <>
      <strong>{stepName(lang, event.record)}</strong>{" "}
      <time datetime={event.record.eventTime}>{stepTime(lang, event.record)}</time>
    </>
  )
  return (
    <li data-record={event.seq}>
      {mistaken ? <s>{said}</s> : said} <small>({t.recordedOn(date(lang, event.recorded_at))})</small>
      {note && !mistaken ? <p>{note}</p> : null}
      {mistaken ? <p class="meta">{lotPage[lang].mistaken(date(lang, mistaken))}</p> : null}
      {intact === false ? <p class="error">{t.changedRecord}</p> : null}
    </li>
  )
}
