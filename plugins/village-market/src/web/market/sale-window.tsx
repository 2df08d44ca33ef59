import type { ListedProduct } from "../../modules/catalogue/reads/list-products"
import type { ShownWindow } from "../../modules/catalogue/sale-window"
import { date, number } from "../format"
import type { Language } from "../language"
import { windows } from "../text/windows"

/** A listing is sold ahead from the day its window is set until it closes; afterwards stock counts again. */
export const isAhead = ({ window }: Pick<ListedProduct, "window">): boolean =>
  window !== null && window.state !== "closed"

/** What a buyer must know before ordering goods that have yet to grow. */
export function WindowFacts({ lang, window, unit }: { lang: Language; window: ShownWindow; unit: string }) {
  const t = windows[lang]
  const open = window.state === "open"
  return (
    <div class={`notice ${open ? "good" : "warn"}`}>
      <p>
        <strong>{t.ahead(date(lang, window.expected_on))}</strong>
        {window.note ? <span lang={lang === "vi" ? undefined : "vi"}> ({window.note})</span> : null}
      </p>
      <p>{open ? t.leftOf(number(lang, window.left), unit) : standing(lang, window)}</p>
      {open ? (
        <p>
          {t.until(date(lang, window.closes_on))}. {t.explain}
        </p>
      ) : null}
    </div>
  )
}

/** In a few words, for a card. */
export const WindowTag = ({ lang, window }: { lang: Language; window: ShownWindow }) => (
  <span class={`tag ${window.state === "open" ? "good" : ""}`}>
    {windows[lang].tag}: {standing(lang, window)}
  </span>
)

function standing(lang: Language, window: ShownWindow): string {
  const t = windows[lang]
  switch (window.state) {
    case "scheduled":
      return t.opens(date(lang, window.opens_on))
    case "open":
      return t.left(number(lang, window.left))
    case "full":
      return t.full
    case "closed":
      return t.closed
  }
}
