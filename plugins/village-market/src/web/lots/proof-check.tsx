import type { LogKey } from "../../modules/traceability/log/log-key"
import type { Language } from "../language"
import { proof } from "../text/proof"

export type ProofCheckProps = { lang: Language; code: string; log: Pick<LogKey, "vkey"> | undefined }

/**
 * The check of a lot's records in the buyer's own browser, `assets/proof-check.js`, which the page must load. The script
 * sets `data-outcome`: `unchecked` (so it stands without script too), `checked` or `mismatch`; nothing may look like
 * a check while it is `unchecked`. A step shown on the page names its line of the log by `data-record`; the script sets
 * `data-mismatch` on those that do not match.
 */
export function ProofCheck({ lang, code, log }: ProofCheckProps) {
  const t = proof[lang]
  const script = log && {
    "data-proof": `/trace-log/proof/${code}`,
    "data-vkey": log.vkey,
    "data-say-unable": t.unable,
    "data-say-failed": t.failed,
    "data-say-checked": t.checked,
    "data-say-partly": t.partly,
    "data-say-changed": t.changed,
    "data-say-rewritten": t.rewritten,
  }
  return (
    <section class="proof-check" data-outcome="unchecked" {...script}>
      <h2>{t.title}</h2>
      <p role="status">
        {t.unchecked} {t.uncheckedHelp}
      </p>
      <p>{t.meaning}</p>
      <p>
        <a href={`/trace-log/proof/${code}`}>{t.download}</a> · <a href="/trace-log">{t.how}</a>
      </p>
    </section>
  )
}
