import type { CashTaking } from "../../modules/trade/take-cash"
import { dateTime, money } from "../format"
import type { Language } from "../language"
import { cash } from "../text/cash"

type Props = {
  lang: Language
  takings: CashTaking[]
  /** Where the photo of a receipt is. */
  receiptAt: (receiptId: string) => string
}

/** What was taken in cash, by whom and what shows it; the same words for who sold and who bought. */
export function CashTakings({ lang, takings, receiptAt }: Props) {
  const t = cash[lang]
  if (takings.length === 0) return null
  return (
    <section>
      <h3>{t.takings}</h3>
      <ul>
        {takings.map(({ id, given, expected, difference, proof, proof_text, receipt_id, by_role, at }) => (
          <li key={id}>
            <strong>{t.taken(money(lang, given), dateTime(lang, at))}</strong>
            {given === expected ? null : ` (${t.against(money(lang, expected))}: ${difference})`}
            <br />
            <span class="meta">
              {receipt_id ? <a href={receiptAt(receipt_id)}>{t.proof.receipt}</a> : t.proof[proof]}
              {proof_text ? `: ${proof_text}` : null}. {t.by[by_role]}.
            </span>
            {given === expected ? null : <p class="notice warn">{t.differs}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
