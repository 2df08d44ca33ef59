import type { Dossier } from "../../office/dossier"
import type { Language } from "../language"
import { office } from "../text/office"

/** What can be decided now: the harmless with one press, the rest over a page that asks why. */
export function DecisionBox({ lang, producer }: { lang: Language; producer: Dossier["producer"] }) {
  const t = office[lang]
  const base = `/office/producers/${producer.id}`
  return (
    <section class="card office-decision" aria-labelledby="decision">
      <h2 id="decision">{t.decision}</h2>
      <p>
        <span class="tag">{t.status[producer.status]}</span>
        {producer.status_reason ? ` ${t.reasonNow}: ${producer.status_reason}` : null}
      </p>
      {producer.status === "draft" ? <p>{t.waitForHousehold}</p> : null}
      {producer.status === "refused" ? <p>{t.refusedHint}</p> : null}
      {producer.status === "pending" ? (
        <>
          <p class="hint">{t.approveHint}</p>
          <Press action={`${base}/approve`} label={t.approve} />
          <a class="button secondary" href={`${base}/refuse`}>
            {t.refuse}
          </a>
        </>
      ) : null}
      {producer.status === "approved" ? (
        <a class="button secondary" href={`${base}/suspend`}>
          {t.suspend}
        </a>
      ) : null}
      {producer.status === "suspended" ? <Press action={`${base}/reinstate`} label={t.reinstate} /> : null}
    </section>
  )
}

const Press = ({ action, label }: { action: string; label: string }) => (
  <form method="post" action={action}>
    <button class="button" type="submit">
      {label}
    </button>
  </form>
)

/** What was just done, with the way back while there is one. */
export function Flash({ lang, done, producer }: { lang: Language; done: unknown; producer: Dossier["producer"] }) {
  const t = office[lang]
  const base = `/office/producers/${producer.id}`
  const said = Object.entries(t.done).find(([act]) => act === done)
  if (!said) return null
  return (
    <div class="notice good" role="status">
      <p>{said[1]}</p>
      <p class="actions">
        {done === "approve" && producer.status === "approved" ? <a href={`${base}/suspend`}>{t.undo.approve}</a> : null}
        {done === "suspend" && producer.status === "suspended" ? (
          <Press action={`${base}/reinstate`} label={t.undo.suspend} />
        ) : null}
        <a href="/office">{t.next}</a>
      </p>
    </div>
  )
}
