import type { Unusual } from "../../modules/traceability/scans/unusual-serials"
import { date, number } from "../format"
import type { Language } from "../language"
import { lotScans } from "../text/lot-scans"
import { type DayCount, ScanChart } from "./scan-chart"

type ScansProps = { lang: Language; lot: { id: string; code: string }; days: DayCount[]; unusual: Unusual[] }

/** The scans of a lot for its own producer. */
export function ScansView({ lang, lot, days, unusual }: ScansProps) {
  const t = lotScans[lang]
  const total = days.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <h1>{t.title(lot.code)}</h1>
      <p>{t.lead}</p>
      {total === 0 ? (
        <p class="notice">{t.none}</p>
      ) : (
        <>
          <h2>{t.chart(number(lang, total))}</h2>
          <ScanChart lang={lang} days={days} />
          <details>
            <summary>{t.table}</summary>
            <div class="table">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t.day}</th>
                    <th scope="col" class="number">
                      {t.count}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {days
                    .filter(({ count }) => count > 0)
                    .reverse()
                    .map(({ day, count }) => (
                      <tr>
                        <td>{date(lang, day)}</td>
                        <td class="number">{number(lang, count)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
      <p class="meta">{t.what}</p>
      <h2>{t.unusual}</h2>
      {unusual.length === 0 ? (
        <p>{t.unusualNone}</p>
      ) : (
        <>
          <p class="notice warn">{t.unusualLead}</p>
          <ul>
            {unusual.map(({ serial, why, most, days: on, total: all }) => (
              <li>
                <span class="lot-code">{serial}</span>: {t.why[why](number(lang, why === "many_days" ? on : most))},{" "}
                {t.total(number(lang, all))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`/producer/lots/${lot.id}`}>{t.back}</a>
      </p>
    </>
  )
}
