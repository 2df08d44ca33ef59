import type { Child } from "hono/jsx"
import type { LoggedEvent } from "../../modules/traceability/lots/read-lots"
import { date } from "../format"
import type { Language } from "../language"
import { lotChanges } from "../text/lot-changes"

type CorrectedProps = { lang: Language; event: LoggedEvent; children: Child }

/** What was declared wrong stays to be read, struck through, with why and when. */
export function Corrected({ lang, event, children }: CorrectedProps) {
  const t = lotChanges[lang]
  if (!event.corrected_reason || !event.corrected_at) return <>{children}</>
  return (
    <>
      <s>{children}</s>{" "}
      <small>
        ({t.correctedOn(date(lang, event.corrected_at))}: {t.correctedReasons[event.corrected_reason]})
      </small>
    </>
  )
}
