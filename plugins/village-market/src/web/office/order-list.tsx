import { HEARD_OF } from "../../modules/trade/producer-order-status"
import { type FoundOrders, type FoundPart, hoursLate, type OfficeOrderSearch } from "../../office/find-orders"
import { readablePhone } from "../../sms/phone"
import { dateTime, money } from "../format"
import type { Language } from "../language"
import { office } from "../text/office"
import { officeOrders } from "../text/office-orders"

type Props = { lang: Language; search: OfficeOrderSearch; found: FoundOrders }
export type CommuneOption = { code: string; full_name: string }

/** Late answers first: this is where a commune can help. */
export function LateNotice({ lang, overdue }: { lang: Language; overdue: number }) {
  const t = officeOrders[lang]
  if (overdue === 0) return <p class="notice good">{t.noneLate}</p>
  return (
    <div class="notice warn">
      <p>
        <strong>{t.lateTitle(overdue)}</strong>
      </p>
      <p>
        <a class="button" href="/office/orders?overdue=1">
          {t.showLate}
        </a>
      </p>
    </div>
  )
}

export function OrderFilter({ lang, search, found, communes }: Props & { communes: CommuneOption[] }) {
  const t = officeOrders[lang]
  const all = HEARD_OF.reduce((sum, status) => sum + (found.by_status[status] ?? 0), 0)
  return (
    <search>
      <form method="get" action="/office/orders" class="office-search">
        <div class="field">
          <label for="status">{t.status}</label>
          <select id="status" name="status">
            <option value="">{t.every(all)}</option>
            {HEARD_OF.map((status) => (
              <option value={status} selected={status === search.status}>
                {t.counted(t.states[status], found.by_status[status] ?? 0)}
              </option>
            ))}
          </select>
        </div>
        {communes.length > 1 ? (
          <div class="field">
            <label for="commune">{t.commune}</label>
            <select id="commune" name="commune">
              <option value="">{t.everyCommune}</option>
              {communes.map(({ code, full_name }) => (
                <option value={code} selected={code === search.commune}>
                  {full_name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <label class="option">
          <input type="checkbox" name="overdue" value="1" checked={search.overdue} />
          <span>{t.onlyLate}</span>
        </label>
        <button class="button" type="submit">
          {t.show}
        </button>
      </form>
    </search>
  )
}

export function OrderTable({ lang, search, found }: Props) {
  const t = officeOrders[lang]
  if (found.count === 0) return <p class="notice">{t.nothing}</p>
  return (
    <>
      <p role="status">{t.found(found.count)}</p>
      <div class="table">
        <table>
          <thead>
            <tr>
              {[t.colNo, t.colSeller, t.colGoods, t.colState, t.colPlaced].map((label) => (
                <th scope="col">{label}</th>
              ))}
              <th scope="col" class="number">
                {t.colAmount}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.parts.map((part) => (
              <Row lang={lang} part={part} />
            ))}
          </tbody>
        </table>
      </div>
      <Pages lang={lang} search={search} count={found.count} />
    </>
  )
}

function Row({ lang, part }: { lang: Language; part: FoundPart }) {
  const t = officeOrders[lang]
  const late = hoursLate(part)
  const { producer } = part
  return (
    <tr>
      <th scope="row">{part.display_no}</th>
      <td>
        <a href={`/office/producers/${producer.id}`}>{producer.name ?? office[lang].unnamed}</a>
        <br />
        {producer.commune}
        {late === undefined ? null : (
          <>
            <br />
            <a class="office-phone" href={`tel:${producer.phone}`}>
              {t.call} {readablePhone(producer.phone)}
            </a>
          </>
        )}
      </td>
      <td>{part.lines.map(({ quantity, unit, title }) => `${quantity} ${unit} ${title}`).join(", ")}</td>
      <td>
        {t.states[part.status]}
        {late === undefined ? null : (
          <>
            {" "}
            <span class="tag bad">{t.late(late)}</span>
          </>
        )}
      </td>
      <td>{part.placed_at ? dateTime(lang, part.placed_at) : ""}</td>
      <td class="number">{money(lang, part.status === "expired" ? 0 : part.due)}</td>
    </tr>
  )
}

function Pages({ lang, search, count }: { lang: Language; search: OfficeOrderSearch; count: number }) {
  const t = office[lang]
  const { limit, offset, status, commune, overdue } = search
  if (count <= limit) return null
  const to = (start: number) =>
    `/office/orders?${new URLSearchParams({
      offset: String(start),
      ...(status ? { status } : {}),
      ...(commune ? { commune } : {}),
      ...(overdue ? { overdue: "1" } : {}),
    })}`
  return (
    <nav class="actions" aria-label={t.pages}>
      {offset > 0 ? <a href={to(Math.max(0, offset - limit))}>{t.previousPage}</a> : null}
      {offset + limit < count ? <a href={to(offset + limit)}>{t.nextPage}</a> : null}
    </nav>
  )
}
