import { randomUUID } from "node:crypto"
import type { LineageChange, LotLineage } from "../../modules/traceability/lots/read-lineage"
import { number } from "../format"
import type { Language } from "../language"
import { lotChanges } from "../text/lot-changes"

type LotLineageProps = { lang: Language; lotId: string; lineage: LotLineage }

/** Where a lot came from and what it became; a change noted by mistake can be undone from here. */
export function LotLineageView({ lang, lotId, lineage }: LotLineageProps) {
  const t = lotChanges[lang]
  const from = lineage.changes.filter(({ side }) => side === "output")
  const into = lineage.changes.filter(({ side }) => side === "input")
  return (
    <>
      {from.length > 0 || lineage.sources.length > 0 ? <h2>{t.cameFrom}</h2> : null}
      {lineage.sources.map(({ supplier, supplier_lot, known }) => (
        <p>
          {supplier ? t.fromOther(supplier) : null}
          {supplier && supplier_lot ? ", " : null}
          {supplier_lot ? t.fromLot(supplier_lot) : null}
          {known ? ` (${t.fromMarket})` : null}
        </p>
      ))}
      <Changes lang={lang} lotId={lotId} changes={from} />
      {into.length > 0 ? <h2>{t.wentTo}</h2> : null}
      <Changes lang={lang} lotId={lotId} changes={into} />
    </>
  )
}

function Changes({ lang, lotId, changes }: { lang: Language; lotId: string; changes: LineageChange[] }) {
  const t = lotChanges[lang]
  return (
    <>
      {changes.map(({ id, voided, lots }) => (
        <>
          <ul>
            {lots.map((lot) => (
              <li>
                {voided ? `${t.undone}: ` : null}
                <a href={`/producer/lots/${lot.id}`}>
                  {lot.title} · {lot.code}
                </a>{" "}
                ({t.partOf(number(lang, lot.quantity), lot.unit)})
              </li>
            ))}
          </ul>
          {voided ? null : (
            <details>
              <summary>{t.undoChange}</summary>
              <form method="post" action={`/producer/lots/${lotId}/correct`}>
                <p>{t.undoChangeLead}</p>
                <input type="hidden" name="key" value={randomUUID()} />
                <input type="hidden" name="target" value="change" />
                <input type="hidden" name="reason" value="did_not_occur" />
                <input type="hidden" name="change_id" value={id} />
                <button class="button secondary" type="submit">
                  {t.undoChange}
                </button>
              </form>
            </details>
          )}
        </>
      ))}
    </>
  )
}
