import { logKeyOf } from "../../modules/traceability/log/log-key"
import { isIntact } from "../../modules/traceability/log/merkle"
import type { LotPage } from "../../modules/traceability/public-page/read-lot-page"
import type { PageContext } from "../page"
import { lotPage } from "../text/lot-page"
import { ProofCheck } from "./proof-check"

/**
 * The check in the reader's own browser. The page itself claims nothing; what the server already sees to be altered it
 * says at once.
 */
export function LotProof({ page: { lang, settings }, lot }: { page: PageContext; lot: LotPage }) {
  const t = lotPage[lang]
  const found = lot.events.map(isIntact)
  return (
    <>
      {found.includes(false) ? (
        <p class="lot-alert" role="alert">
          {t.serverChanged}
        </p>
      ) : null}
      {found.includes(undefined) ? <p class="notice">{t.erased}</p> : null}
      <ProofCheck lang={lang} code={lot.code} log={logKeyOf(settings)} />
    </>
  )
}
