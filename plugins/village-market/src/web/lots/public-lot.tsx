import { isIntact } from "../../modules/traceability/log/merkle"
import { recordedNote } from "../../modules/traceability/lots/lot-facts"
import type { LoggedEvent } from "../../modules/traceability/lots/read-lots"
import type { PublicLot } from "../../modules/traceability/lots/read-public-lot"
import { date } from "../format"
import type { Language } from "../language"
import { trace } from "../text/trace"
import { Corrected } from "./corrected"
import { stepName, stepTime } from "./step-words"

type PublicLotProps = { lang: Language; lot: PublicLot }

export const placeName = ({ facts }: PublicLot) => [facts.village, facts.commune].filter(Boolean).join(", ")

/** The page behind the QR: who, where, when, and what it proves. */
export function PublicLotView({ lang, lot }: PublicLotProps) {
  const t = trace[lang]
  const { producer, facts, village_id } = lot
  return (
    <article>
      <h1>{facts.title}</h1>
      <p>
        {t.code}: <strong class="lot-code">{lot.code}</strong>
      </p>
      {lot.status === "withdrawn" ? <p class="notice warn">{t.withdrawn}</p> : null}
      <dl class="lot-facts">
        <dt>{t.who}</dt>
        <dd>
          {producer?.handle ? (
            <a href={`/market/producers/${producer.handle}`}>{producer.name}</a>
          ) : (
            (producer?.name ?? t.whoGone)
          )}
        </dd>
        <dt>{t.where}</dt>
        <dd>
          {village_id ? <a href={`/market/villages/${village_id}`}>{facts.village}</a> : facts.village}
          {facts.village ? ", " : null}
          {facts.commune}
        </dd>
        <dt>{t.made}</dt>
        <dd>{date(lang, facts.made_on)}</dd>
        {facts.expires_on ? (
          <>
            <dt>{t.expires}</dt>
            <dd>{date(lang, facts.expires_on)}</dd>
          </>
        ) : null}
      </dl>
      <h2>{t.when}</h2>
      <ol class="lot-line">
        {lot.events
          .filter(({ error_reason }) => !error_reason)
          .map((event) => (
            <Step lang={lang} event={event} />
          ))}
      </ol>
      {lot.product ? (
        <p>
          <a class="button" href={`/market/products/${lot.product}`}>
            {t.buy}
          </a>
        </p>
      ) : null}
      <Proof lang={lang} lot={lot} />
    </article>
  )
}

function Step({ lang, event }: { lang: Language; event: LoggedEvent }) {
  const t = trace[lang]
  const note = recordedNote(event.record)
  if (event.salt === null) return <li class="meta">{t.erasedRecord}</li>
  return (
    <li>
      <Corrected lang={lang} event={event}>
        <strong>{stepName(lang, event.record)}</strong> —{" "}
        <time datetime={event.record.eventTime}>{stepTime(lang, event.record)}</time>
      </Corrected>{" "}
      <small>({t.recordedOn(date(lang, event.recorded_at))})</small>
      {note ? <p>{note}</p> : null}
      {isIntact(event) === false ? <p class="error">{t.changedRecord}</p> : null}
    </li>
  )
}

function Proof({ lang, lot }: PublicLotProps) {
  const t = trace[lang]
  const found = lot.events.map(isIntact)
  return (
    <section>
      <h2>{t.whatItShows}</h2>
      {found.includes(false) ? (
        <p class="notice warn" role="alert">
          {t.changed}
        </p>
      ) : found.includes(undefined) ? (
        <p class="notice">{t.erased}</p>
      ) : (
        <p class="notice">{t.intact(lot.events.length)}</p>
      )}
      <p>
        <a href={`/lot/${lot.code}/proof.json`}>{t.checkYourself}</a>. {t.checkHow}
      </p>
    </section>
  )
}
