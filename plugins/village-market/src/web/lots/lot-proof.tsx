import { isIntact } from "../../modules/traceability/log/merkle"
import type { LotPage } from "../../modules/traceability/public-page/read-lot-page"
import type { Language } from "../language"
import { lotPage } from "../text/lot-page"

/**
 * The check in the reader's own browser. The page itself claims nothing: without a script, or where the browser cannot,
 * "not checked" stays. What the server sees to be altered it says at once.
 */
export function LotProof({ lang, lot }: { lang: Language; lot: LotPage }) {
  const t = lotPage[lang]
  const found = lot.events.map(isIntact)
  return (
    <section aria-labelledby="check">
      <h2 id="check">{t.checkTitle}</h2>
      {found.includes(false) ? (
        <p class="lot-alert" role="alert">
          {t.serverChanged}
        </p>
      ) : null}
      {found.includes(undefined) ? <p class="notice">{t.erased}</p> : null}
      <div class="notice" id="proof">
        <p>
          <strong>{t.check.unchecked}</strong>
        </p>
        <p>{t.check.uncheckedHelp}</p>
      </div>
      <p>{t.checkMeaning}</p>
      <p class="lot-links">
        <a href={`/lot/${lot.code}/proof.json`}>{t.download}</a>
        <a href="/trace-log/how">{t.repeat}</a>
      </p>
    </section>
  )
}
