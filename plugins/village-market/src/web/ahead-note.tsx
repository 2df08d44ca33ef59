import type { AheadLine } from "../workflows/reads/ahead-lines"
import { date } from "./format"
import type { Language } from "./language"
import { windows } from "./text/windows"

/** Under a line of an order: that it was sold ahead, and for which day. */
export function AheadNote({ lang, ahead, line }: { lang: Language; ahead: AheadLine[]; line: { id: string } }) {
  const t = windows[lang]
  const found = ahead.find(({ line_id }) => line_id === line.id)
  if (!found) return null
  return (
    <>
      <br />
      <small class="ahead">
        {t.ahead(date(lang, found.expected_on))}
        {found.moved_to ? `. ${t.moved(date(lang, found.moved_to))}` : ""}
      </small>
    </>
  )
}
