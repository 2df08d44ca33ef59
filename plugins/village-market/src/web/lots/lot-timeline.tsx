import type { PublicEvent } from "../../modules/traceability/public-page/read-lot-page"
import { type TimelineStep, timeline } from "../../modules/traceability/public-page/timeline"
import { date } from "../format"
import type { PageContext } from "../page"
import { Picture } from "../picture"
import { lotPage } from "../text/lot-page"
import { trace } from "../text/trace"
import { stepName, stepTime } from "./step-words"

/** What was done, when, as recorded. */
export function LotTimeline({ page, events }: { page: PageContext; events: PublicEvent[] }) {
  return (
    <ol class="lot-line">
      {timeline(events).map((step) => (
        <Step page={page} step={step} />
      ))}
    </ol>
  )
}

type StepProps = { page: PageContext; step: TimelineStep }

function Step({ page: { lang, settings }, step: { event, note, mistaken, intact } }: StepProps) {
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
      {mistaken
        ? null
        : event.photos.map((photo) => (
            <Picture photo={photo} settings={settings} alt={stepName(lang, event.record)} sizes="20rem" />
          ))}
      {mistaken ? <p class="meta">{lotPage[lang].mistaken(date(lang, mistaken))}</p> : null}
      {intact === false ? <p class="error">{t.changedRecord}</p> : null}
    </li>
  )
}
