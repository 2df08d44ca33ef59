import { GROUP_NAMES, type OrderGroup } from "../../seller/order-groups"
import type { OwnOrders } from "../../seller/own-orders"
import type { Language } from "../language"
import { orders } from "../text/orders"

/** What the address asks for, as it was typed. */
export type Asked = { status?: string; q?: string; from?: string; to?: string }

export const HOME = "/producer/orders"

/** The list with what is asked for in its address. */
export const addressOf = (asked: Asked & { offset?: string }) => {
  const params = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  return params.size > 0 ? `${HOME}?${params}` : HOME
}

/** States as tabs, with how many orders stand in each. */
export function Tabs({ lang, asked, counts }: { lang: Language; asked: Asked; counts: OwnOrders["counts"] }) {
  const t = orders[lang]
  const names: (OrderGroup | "all")[] = ["all", ...GROUP_NAMES]
  return (
    <nav class="tabs" aria-label={t.groupsNav}>
      {names.map((name) => {
        const status = name === "all" ? "" : name
        return (
          <a href={addressOf({ ...asked, status })} aria-current={(asked.status ?? "") === status ? "page" : undefined}>
            {t.groups[name]} ({counts[name]})
          </a>
        )
      })}
    </nav>
  )
}

export function Search({ lang, asked }: { lang: Language; asked: Asked }) {
  const t = orders[lang]
  const open = Boolean(asked.q || asked.from || asked.to)
  return (
    <search>
      <details open={open}>
        <summary>{t.search}</summary>
        <form method="get" action={HOME} class="order-search">
          {asked.status ? <input type="hidden" name="status" value={asked.status} /> : null}
          <div class="field wide">
            <label for="q">{t.searchFor}</label>
            <input id="q" name="q" type="search" maxlength={100} value={asked.q ?? ""} />
          </div>
          <div class="field">
            <label for="from">{t.from}</label>
            <input id="from" name="from" type="date" value={asked.from ?? ""} />
          </div>
          <div class="field">
            <label for="to">{t.to}</label>
            <input id="to" name="to" type="date" value={asked.to ?? ""} />
          </div>
          <button class="button" type="submit">
            {t.find}
          </button>
        </form>
      </details>
    </search>
  )
}
