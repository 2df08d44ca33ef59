import type { RecallView } from "../../recalls/read-recall"
import { type FieldErrors, TextArea } from "../fields"
import { dateTime } from "../format"
import type { Language } from "../language"
import { recallTexts } from "../text/recall"
import { recallWords } from "../text/recall-words"

type Props = { lang: Language; recall: RecallView }

/** The facts of a recall: since when, why, what buyers were told to do, which lots. */
export function RecallFacts({ lang, recall, orderAt }: Props & { orderAt?: (partId: string) => string }) {
  const t = recallTexts[lang]
  const words = recallWords[lang]
  const { started_by, lots_taken, makers, lifted, held_lines } = recall
  return (
    <section class="card" aria-label={t.title(recall.lot_code)}>
      <p>{t.standing(dateTime(lang, recall.at), by(lang, started_by))}</p>
      {lifted ? (
        <p>
          <span class="tag good">{t.liftedOn(dateTime(lang, lifted.at))}</span> {lifted.reason}
        </p>
      ) : null}
      <p>
        <strong>{t.because}:</strong> {words.reasons[recall.reason]}.{recall.detail ? ` ${recall.detail}` : ""}
      </p>
      <p>
        <strong>{t.please}:</strong> {words.advice[recall.advice]}.
      </p>
      <h2>{t.lotsTaken}</h2>
      <ul>
        {lots_taken.map(({ code, title }) => (
          <li>
            <a class="lot-code" href={`/lot/${code}`}>
              {code}
            </a>{" "}
            {title}
          </li>
        ))}
      </ul>
      {held_lines.length > 0 ? (
        <>
          <h2>{t.heldOf(held_lines.length)}</h2>
          <ul>
            {held_lines.map(({ display_no, part_id, title }) => (
              <li>
                {t.order} {orderAt ? <a href={orderAt(part_id)}>{display_no}</a> : display_no}: {title}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {makers.length > 0 ? (
        <>
          <h2>{t.makersTold}</h2>
          <ul>
            {makers.map(({ name, sent_at }) => (
              <li>
                {name}: {sent_at ? t.state.sent.sms(dateTime(lang, sent_at)) : t.state.to_send}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** The way out of a recall, for whom may take it. */
export function LiftForm({ lang, recall, action, errors }: Props & { action: string; errors?: FieldErrors }) {
  const t = recallTexts[lang]
  if (recall.lifted) return null
  if (!recall.may_lift) return <p class="notice">{t.liftNotYours}</p>
  return (
    <section class="card" aria-labelledby="lift">
      <h2 id="lift">{t.liftTitle}</h2>
      <p>{t.liftLead}</p>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="act" value="lift" />
        <TextArea
          lang={lang}
          name="lift_reason"
          label={t.liftReason}
          required
          rows={2}
          maxlength={300}
          errors={errors}
        />
        <button class="button secondary" type="submit">
          {t.lift}
        </button>
      </form>
    </section>
  )
}

function by(lang: Language, { kind, name }: RecallView["started_by"]) {
  const role = recallTexts[lang].by[kind]
  return name && kind !== "operator" ? `${name} (${role})` : role
}
