import type { RecallView } from "../../recalls/read-recall"
import { readablePhone } from "../../sms/phone"
import { dateTime } from "../format"
import type { Language } from "../language"
import { recallTexts } from "../text/recall"

type Reached = RecallView["reached"][number]
type Props = {
  lang: Language
  recall: RecallView
  /** Where a call is noted; without it nobody is shown to call. */
  action?: string
}

/** Everybody who got goods of the recalled lots: told when and how, or to be called. */
export function ReachedList({ lang, recall, action }: Props) {
  const t = recallTexts[lang]
  const { reached } = recall
  return (
    <section aria-labelledby="reached">
      <h2 id="reached">{t.reachTitle}</h2>
      {reached.length === 0 ? (
        <p>{t.reachNone}</p>
      ) : (
        <>
          <p>{summary(lang, recall.reach)}</p>
          <ul class="lots">
            {reached.map((one) => (
              <li class="card">
                <h3>
                  {t.order} {one.numbers.join(", ")}
                  {one.name ? ` · ${one.name}` : ""}
                </h3>
                <p>{one.goods.join(", ")}</p>
                <p>
                  <span class={tagOf(one)}>{stateOf(lang, one)}</span>
                </p>
                {action && needsCall(one) ? <CallForm lang={lang} one={one} action={action} /> : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function CallForm({ lang, one, action }: { lang: Language; one: Reached; action: string }) {
  const t = recallTexts[lang]
  return (
    <form method="post" action={action} class="actions">
      <input type="hidden" name="act" value="called" />
      <input type="hidden" name="reach_id" value={one.id} />
      {one.phone && one.bought_at !== "stall" ? (
        <a class="button secondary" href={`tel:${one.phone}`}>
          {t.call} {readablePhone(one.phone)}
        </a>
      ) : null}
      <button class="button secondary" type="submit" aria-label={t.markCalledOf(one.numbers.join(", "))}>
        {t.markCalled}
      </button>
    </form>
  )
}

const needsCall = ({ state, called_at, tries }: Reached) =>
  called_at === null && (state === "failed" || state === "no_contact" || (state === "to_send" && tries > 0))

const tagOf = ({ state, called_at }: Reached) =>
  called_at || state === "sent" ? "tag good" : state === "to_send" || state === "dropped" ? "tag" : "tag bad"

function stateOf(lang: Language, { state, channel, sent_at, called_at, called_by, tries }: Reached): string {
  const t = recallTexts[lang].state
  if (state === "sent" && sent_at) return t.sent[channel ?? "sms"](dateTime(lang, sent_at))
  if (called_at) return t.called(dateTime(lang, called_at), called_by ?? "")
  if (state === "to_send") return tries > 0 ? t.retry(tries) : t.to_send
  return state === "sent" ? "" : t[state]
}

function summary(lang: Language, reach: RecallView["reach"]): string {
  const words = recallTexts[lang].reachSum
  const order = ["sent", "called", "to_send", "failed", "no_contact", "dropped"] as const
  return order
    .filter((state) => reach[state] > 0)
    .map((state) => `${reach[state]} ${words[state]}`)
    .join(" · ")
}
