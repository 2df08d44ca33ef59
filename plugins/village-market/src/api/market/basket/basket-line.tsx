import { date, money } from "../../../web/format"
import { WindowTag } from "../../../web/market/sale-window"
import type { PageContext } from "../../../web/page"
import { checkout } from "../../../web/text/checkout"
import { windows } from "../../../web/text/windows"
import type { NotForSale } from "../../../workflows/basket/for-sale"
import type { Basket } from "../../../workflows/basket/read-basket"

type Line = Basket["parts"][number]["lines"][number]

/** A line as it is bought: its price, its quantity to change, what it comes to. */
export function Bought({ lang, line }: { lang: PageContext["lang"]; line: Line }) {
  const t = checkout[lang]
  return (
    <>
      <p class="meta">{t.each(money(lang, line.unit_price), line.unit)}</p>
      {line.window ? (
        <p>
          <WindowTag lang={lang} window={line.window} /> {windows[lang].ahead(date(lang, line.window.expected_on))}
        </p>
      ) : null}
      <form method="post" action={`/market/basket/lines/${line.id}`} class="actions">
        <label for={line.id}>{t.quantity}</label>
        <input
          id={line.id}
          name="quantity"
          inputmode="numeric"
          value={String(line.quantity)}
          maxlength={3}
          size={3}
          required
        />
        <button class="button secondary" type="submit" aria-label={`${t.update}: ${line.product_title}`}>
          {t.update}
        </button>
        <Remove lang={lang} title={line.product_title} />
      </form>
      <p>{money(lang, line.unit_price * line.quantity)}</p>
    </>
  )
}

/** A line that cannot be bought now: why, and the way out. */
export function Blocked({
  lang,
  line,
  reason,
}: {
  lang: PageContext["lang"]
  line: Basket["items"][number]
  reason: NotForSale
}) {
  return (
    <>
      <p class="notice warn">{checkout[lang].notForSale[reason]}</p>
      <form method="post" action={`/market/basket/lines/${line.id}`} class="actions">
        <Remove lang={lang} title={line.product_title} />
      </form>
    </>
  )
}

function Remove({ lang, title }: { lang: PageContext["lang"]; title: string }) {
  const { remove } = checkout[lang]
  return (
    <button
      class="button secondary"
      type="submit"
      name="remove"
      value="1"
      formnovalidate
      aria-label={`${remove}: ${title}`}
    >
      {remove}
    </button>
  )
}
