import type { StockDifference } from "../../modules/traceability/lots/stock-and-lots"
import { number } from "../format"
import type { Language } from "../language"
import { lotChanges } from "../text/lot-changes"

type StockDifferencesProps = { lang: Language; differences: StockDifference[]; agreed: boolean }

/** Where stock and lots differ, with the one thing to do about it. The numbers seen go with the form. */
export function StockDifferences({ lang, differences, agreed }: StockDifferencesProps) {
  const t = lotChanges[lang]
  if (differences.length === 0) {
    return agreed ? (
      <p class="notice good" role="status">
        {t.stockAgreed}
      </p>
    ) : null
  }
  return (
    <section class="notice warn">
      <h2>{t.stockTitle}</h2>
      {differences.map(({ listing_id, title, unit, stock, lots }) => (
        <form method="post" action="/producer/lots/stock">
          <p>{t.stockDiffers(title, number(lang, stock), number(lang, lots), unit)}</p>
          <input type="hidden" name="listing_id" value={listing_id} />
          <input type="hidden" name="stock" value={stock} />
          <input type="hidden" name="lots" value={lots} />
          {Number.isInteger(lots) ? (
            <button class="button secondary" type="submit">
              {t.stockAgree(number(lang, lots), unit)}
            </button>
          ) : null}
        </form>
      ))}
    </section>
  )
}
