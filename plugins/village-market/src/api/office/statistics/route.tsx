import { type PlaceKind, readStatistics, type StatisticsTable } from "../../../office/read-statistics"
import { dateTime, money, number } from "../../../web/format"
import { OfficeFrame, officeFrame } from "../../../web/office/frame"
import { type PageContext, page } from "../../../web/page"
import { statistics } from "../../../web/text/statistics"
import type { OfficialRequest } from "../../actors"

/** Online revenue of the official's area by month, commune and village, of this minute. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const t = statistics[page.lang]
  const asked = typeof req.query.month === "string" ? req.query.month : undefined
  const [frame, table] = await Promise.all([officeFrame(req), readStatistics(req.scope, req.official, asked)])
  return (
    <OfficeFrame page={page} title={t.title} {...frame}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {table.months.length === 0 ? <p class="notice">{t.noData}</p> : <Figures page={page} table={table} />}
      <section>
        <h2>{t.notes}</h2>
        <ul>
          {t.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </section>
    </OfficeFrame>
  )
})

function Figures({ page, table }: { page: PageContext; table: StatisticsTable }) {
  const { lang } = page
  const t = statistics[lang]
  return (
    <>
      {table.asOf ? <p class="meta">{t.asOf(dateTime(lang, table.asOf))}</p> : null}
      <form method="get" action="/office/statistics" class="actions">
        <label for="month">{t.month}</label>
        <select id="month" name="month">
          <option value="">{t.allMonths}</option>
          {table.months.map((month) => (
            <option value={month} selected={month === table.month}>
              {month}
            </option>
          ))}
        </select>
        <button class="button secondary" type="submit">
          {t.show}
        </button>
      </form>
      <dl class="totals">
        <dt>{t.total}</dt>
        <dd data-total>{table.total.hidden ? t.hidden : <strong>{money(lang, table.total.net)}</strong>}</dd>
        {table.total.hidden ? null : (
          <>
            <dt>{t.sellers}</dt>
            <dd>{number(lang, table.total.sellers)}</dd>
            <dt>{t.cashless}</dt>
            <dd>{share(lang, table.total.cashless_share) ?? t.none}</dd>
          </>
        )}
      </dl>
      <PlaceTable page={page} table={table} kind="commune" />
      <PlaceTable page={page} table={table} kind="village" />
    </>
  )
}

function PlaceTable({ page: { lang }, table, kind }: { page: PageContext; table: StatisticsTable; kind: PlaceKind }) {
  const t = statistics[lang]
  const title = kind === "commune" ? t.byCommune : t.byVillage
  const csv = `/office/statistics/csv?by=${kind}${table.month ? `&month=${table.month}` : ""}`
  return (
    <section>
      <h2>{title}</h2>
      {/* What scrolls sideways must be scrolled by keyboard too (WCAG 2.1.1) */}
      <section class="table" aria-label={title} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.month}</th>
              <th scope="col">{kind === "commune" ? t.commune : t.village}</th>
              <th scope="col" class="number">
                {t.net}
              </th>
              <th scope="col" class="number">
                {t.sellers}
              </th>
              <th scope="col" class="number">
                {t.cashless}
              </th>
            </tr>
          </thead>
          <tbody>
            {table[kind].map((row) => (
              <tr>
                <td>{row.month}</td>
                <th scope="row">{row.name || t.noVillage}</th>
                {row.hidden ? (
                  <td colspan={3}>{t.hidden}</td>
                ) : (
                  <>
                    <td class="number">{money(lang, row.net)}</td>
                    <td class="number">{number(lang, row.sellers)}</td>
                    <td class="number">{share(lang, row.cashless_share) ?? t.none}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <a href={csv}>{t.csv(title)}</a>
      </p>
    </section>
  )
}

const share = (lang: PageContext["lang"], part: number | null) =>
  part === null ? undefined : `${number(lang, Math.round(part * 1000) / 10)} %`
