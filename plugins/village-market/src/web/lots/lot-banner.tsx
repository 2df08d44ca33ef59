import type { LotPage } from "../../modules/traceability/public-page/read-lot-page"
import { date } from "../format"
import type { PageContext } from "../page"
import { lotPage } from "../text/lot-page"
import { recallWords } from "../text/recall-words"

/** What must be read before anything else: that the lot was called back, is past its date, or is not real. */
export function LotBanner({ page, lot, today }: { page: PageContext; lot: LotPage; today: string }) {
  const t = lotPage[page.lang]
  const { expires_on } = lot.facts
  return (
    <>
      {lot.status === "recalled" ? <Recall page={page} lot={lot} /> : null}
      {expires_on && expires_on < today ? (
        <div class="lot-alert" role="note">
          <p class="lot-alert-title">{t.expiredTitle(date(page.lang, expires_on))}</p>
          <p>{t.expiredText}</p>
        </div>
      ) : null}
      {lot.status === "withdrawn" ? <p class="notice warn">{t.withdrawn}</p> : null}
      {lot.is_demo ? <p class="notice warn">{t.sample}</p> : null}
    </>
  )
}

/** First on the page: what to do and whom to call, then when and why. */
function Recall({ page: { lang, settings }, lot: { recall } }: { page: PageContext; lot: LotPage }) {
  const t = lotPage[lang]
  const by: Record<string, string> = t.recalledBy
  const { please, reasons }: Record<"please" | "reasons", Record<string, string>> = recallWords[lang]
  const advice = recall?.advice ? please[recall.advice] : undefined
  return (
    <div class="lot-alert recalled" role="alert">
      <p class="lot-alert-title">{t.recalledTitle}</p>
      <p>
        {t.recalledDo}: <strong>{advice ?? t.recalledDefault}</strong>
      </p>
      <p>
        <a class="button" href={`tel:${settings.hotline.replace(/\s/g, "")}`}>
          {t.recalledCall(settings.hotline)}
        </a>
      </p>
      {recall ? (
        <dl class="lot-facts">
          <dt>{t.recalledAt}</dt>
          <dd>
            {date(lang, recall.at)}. {by[recall.by]}.
          </dd>
          <dt>{t.recalledWhy}</dt>
          <dd>
            {reasons[recall.reason] ?? t.recalledNoReason}
            {recall.detail ? `. ${recall.detail}` : ""}
          </dd>
        </dl>
      ) : null}
    </div>
  )
}
