import { PRODUCER_STATUSES } from "../../modules/registry/producer-status"
import type { findProducers, ProducerRow, ProducerSearch } from "../../office/find-producers"
import { readablePhone } from "../../sms/phone"
import type { Language } from "../language"
import { office } from "../text/office"

const DAY = 24 * 3600 * 1000

/** Whole days since, for how long a household has been waiting. */
export const daysSince = (when: Date | string | null, now = Date.now()) =>
  when ? Math.max(0, Math.floor((now - new Date(when).getTime()) / DAY)) : 0

/** Registrations waiting for a decision, the longest first. */
export function WaitingList({ lang, producers, count }: { lang: Language; producers: ProducerRow[]; count: number }) {
  const t = office[lang]
  return (
    <section aria-labelledby="waiting">
      <h1 id="waiting">{t.waitingTitle(count)}</h1>
      {count === 0 ? <p class="notice good">{t.nothingWaiting}</p> : null}
      <ul class="cards office-waiting">
        {producers.map((producer) => (
          <li class="card">
            <h2>{producer.name ?? t.unnamed}</h2>
            <p class="meta">{[producer.makes, producer.commune, producer.craft_village].filter(Boolean).join(" · ")}</p>
            <p>
              <span class="tag">{t.waited(daysSince(producer.submitted_at))}</span>
            </p>
            <p class="actions">
              <a class="button" href={`/office/producers/${producer.id}`}>
                {t.decide} <span class="visually-hidden">{producer.name}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function SearchForm({ lang, search }: { lang: Language; search: ProducerSearch }) {
  const t = office[lang]
  return (
    <search>
      <form method="get" action="/office" class="office-search">
        <div class="field">
          <label for="q">{t.searchLabel}</label>
          <p class="hint" id="q-hint">
            {t.searchHint}
          </p>
          <input id="q" name="q" type="search" maxlength={100} value={search.q ?? ""} aria-describedby="q-hint" />
        </div>
        <div class="field">
          <label for="status">{t.statusLabel}</label>
          <select id="status" name="status">
            <option value="">{t.everyStatus}</option>
            {PRODUCER_STATUSES.map((value) => (
              <option value={value} selected={value === search.status}>
                {t.status[value]}
              </option>
            ))}
          </select>
        </div>
        <button class="button" type="submit">
          {t.search}
        </button>
      </form>
    </search>
  )
}

type Found = Awaited<ReturnType<typeof findProducers>>

export function ProducerTable({ lang, search, found }: { lang: Language; search: ProducerSearch; found: Found }) {
  const t = office[lang]
  if (found.count === 0) return <p class="notice">{t.nothingFound}</p>
  return (
    <>
      <p role="status">{t.found(found.count)}</p>
      <div class="table">
        <table>
          <thead>
            <tr>
              {[t.colName, t.colMakes, t.colPlace, t.colPhone, t.colStatus].map((label) => (
                <th scope="col">{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.producers.map((producer) => (
              <tr>
                <th scope="row">
                  <a href={`/office/producers/${producer.id}`}>{producer.name ?? t.unnamed}</a>
                </th>
                <td>{producer.makes ?? t.unknown}</td>
                <td>{[producer.commune, producer.craft_village].filter(Boolean).join(", ")}</td>
                <td>
                  <a class="office-phone" href={`tel:${producer.phone}`}>
                    {readablePhone(producer.phone)}
                  </a>
                </td>
                <td>{t.status[producer.status]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pages lang={lang} search={search} count={found.count} />
    </>
  )
}

function Pages({ lang, search, count }: { lang: Language; search: ProducerSearch; count: number }) {
  const t = office[lang]
  const { limit, offset } = search
  const to = (start: number) => {
    const params = new URLSearchParams({ offset: String(start) })
    if (search.q) params.set("q", search.q)
    if (search.status) params.set("status", search.status)
    return `/office?${params}`
  }
  if (count <= limit) return null
  return (
    <nav class="actions" aria-label={t.pages}>
      {offset > 0 ? <a href={to(Math.max(0, offset - limit))}>{t.previousPage}</a> : null}
      {offset + limit < count ? <a href={to(offset + limit)}>{t.nextPage}</a> : null}
    </nav>
  )
}
