import { LOTS_PER_PAGE, type OwnLot } from "../../modules/traceability/lots/read-lots"
import { date, number } from "../format"
import type { Language } from "../language"
import { trace } from "../text/trace"

type LotListProps = { lang: Language; lots: OwnLot[]; count: number; page: number }

export function LotList({ lang, lots, count, page }: LotListProps) {
  const t = trace[lang]
  if (lots.length === 0) return <p class="notice">{t.lotsNone}</p>
  return (
    <>
      <ul class="lots">
        {lots.map((lot) => (
          <li class="card">
            <h2>
              <a href={`/producer/lots/${lot.id}`}>{lot.title}</a>
            </h2>
            <p>
              <span class="lot-code">{lot.code}</span>
            </p>
            <p class="meta">
              {t.made} {date(lang, lot.made_on)} ·{" "}
              {t.left(number(lang, lot.left), number(lang, lot.quantity), lot.unit)}
            </p>
          </li>
        ))}
      </ul>
      <p class="actions">
        {page > 1 ? <a href={`/producer/lots?page=${page - 1}`}>{t.lotsLater}</a> : null}
        {page * LOTS_PER_PAGE < count ? <a href={`/producer/lots?page=${page + 1}`}>{t.lotsEarlier}</a> : null}
      </p>
    </>
  )
}
