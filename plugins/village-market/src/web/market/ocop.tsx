import type { ListedProduct } from "../../modules/catalogue/reads/list-products"
import { date } from "../format"
import type { Language } from "../language"
import { market } from "../text/market"

type Ocop = NonNullable<ListedProduct["ocop"]>

/** Stars never stand without how far they are proved. */
export function OcopTag({ lang, ocop }: { lang: Language; ocop: Ocop }) {
  const t = market[lang]
  const note = t.ocopShort[ocop.status]
  return (
    <span class={ocop.status === "verified" ? "tag good" : "tag"}>
      {t.stars(ocop.stars)}
      {note ? ` · ${note}` : ""}
    </span>
  )
}

export function OcopLine({ lang, ocop }: { lang: Language; ocop: Ocop }) {
  const t = market[lang]
  const note = t.ocop[ocop.status](ocop.decided_on ? date(lang, ocop.decided_on) : null)
  return (
    <span class={ocop.status === "verified" ? "tag good" : "tag warn"}>
      {t.stars(ocop.stars)} – {note}
    </span>
  )
}
