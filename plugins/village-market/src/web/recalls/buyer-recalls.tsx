import type { BuyerPart } from "../../buyer/read-buyer-order"
import type { PageContext } from "../page"
import { asClause } from "../text/messages"
import { recallTexts } from "../text/recall"
import { recallWords } from "../text/recall-words"

/** What a buyer must know of goods that are being called back, before anything else of the part. */
export function BuyerRecalls({ page: { lang, settings }, part }: { page: PageContext; part: BuyerPart }) {
  const t = recallTexts[lang]
  const words = recallWords[lang]
  const recalled = part.lines.flatMap((line) => line.recalls.map((recall) => ({ ...recall, title: line.title })))
  if (recalled.length === 0) return null
  return (
    <div class="notice warn" role="alert">
      <h3>{t.buyerTitle}</h3>
      {recalled.map(({ title, code, reason, detail, advice }) => (
        <p>
          {t.buyerTold(title, code, words.because[reason])} {words.please[advice]}
          {detail ? ` ${t.buyerSaid(asClause(detail))}` : ""}
        </p>
      ))}
      <p>{t.buyerCall(settings.hotline)}</p>
    </div>
  )
}
