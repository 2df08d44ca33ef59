import type { Dossier } from "../../office/dossier"
import { ErrorSummary, type FieldErrors } from "../fields"
import type { Language } from "../language"
import { office } from "../text/office"

/** The moves a household must be told the reason of; this page is also the last look before them. */
export const REASONED = ["refuse", "suspend"] as const
export type ReasonedMove = (typeof REASONED)[number]

type Sent = { suggested?: string; reason?: string }
type Props = { lang: Language; producer: Dossier["producer"]; move: ReasonedMove; sent?: Sent; errors?: FieldErrors }

export function ReasonForm({ lang, producer, move, sent = {}, errors }: Props) {
  const t = office[lang]
  const name = producer.name ?? t.unnamed
  const back = `/office/producers/${producer.id}`
  const suggestions = move === "refuse" ? t.refuseReasons : t.suspendReasons
  const error = errors?.reason
  return (
    <div class="narrow">
      <h1>{move === "refuse" ? t.refuseTitle(name) : t.suspendTitle(name)}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      <p>{move === "refuse" ? t.refuseWhat : t.suspendWhat}</p>
      <form method="post" action={`${back}/${move}`}>
        <fieldset class="field choice">
          <legend>{t.reason}</legend>
          {suggestions.map((text) => (
            <label class="option" lang="vi">
              <input type="radio" name="suggested" value={text} checked={sent.suggested === text} />
              <span>{text}</span>
            </label>
          ))}
          <label class="option">
            <input type="radio" name="suggested" value="" checked={sent.suggested === ""} />
            <span>{t.ownReason}</span>
          </label>
        </fieldset>
        <div class={error ? "field wrong" : "field"}>
          <label for="reason">{t.ownReason}</label>
          <p class="hint" id="reason-hint">
            {t.reasonHint}
          </p>
          {error ? (
            <p class="error" id="reason-error">
              {error}
            </p>
          ) : null}
          <textarea
            id="reason"
            name="reason"
            rows={3}
            maxlength={300}
            aria-describedby={error ? "reason-hint reason-error" : "reason-hint"}
            aria-invalid={error ? "true" : undefined}
          >
            {sent.reason ?? ""}
          </textarea>
        </div>
        <p class="actions">
          <button class="button danger" type="submit">
            {t.confirm[move]}
          </button>
          <a class="button secondary" href={back}>
            {t.cancel}
          </a>
        </p>
      </form>
    </div>
  )
}
