import type { OwnOrder } from "../../seller/own-orders"
import { Input } from "../fields"
import { dateTime, money } from "../format"
import type { PageContext } from "../page"
import { cash } from "../text/cash"
import { orders } from "../text/orders"
import { qr } from "../text/qr"

type Props = { page: PageContext; order: OwnOrder; confirm: boolean; hint?: string }

/** That the cash is there, and what shows it: one tap and the buyer's code; everything rarer lies folded below. */
export function CashFields({ page, order, confirm, hint }: Props) {
  const { lang } = page
  const t = cash[lang]
  const due = money(lang, order.money.to_collect)
  const [receipt] = order.receipts
  return (
    <>
      {page.settings.bank ? (
        <p>
          <a class="button secondary" href={`/producer/orders/${order.id}/qr`}>
            {qr[lang].open}
          </a>
        </p>
      ) : null}
      {confirm ? (
        <label class="option">
          <input type="checkbox" id="cash_collected" name="cash_collected" value="yes" />
          <span>{orders[lang].cashConfirm(due)}</span>
        </label>
      ) : null}
      {hint ? <p class="hint">{hint}</p> : null}
      {receipt ? <p class="notice good">{t.receiptThere(dateTime(lang, receipt.created_at))}</p> : null}
      <Input
        lang={lang}
        name="cash_code"
        label={t.code}
        hint={t.codeHint}
        inputmode="numeric"
        maxlength={4}
        autocomplete="off"
      />
      <details>
        <summary>{t.other}</summary>
        <p>
          <a class="button secondary" href={`/producer/orders/${order.id}/receipt`}>
            {t.toReceipt}
          </a>
        </p>
        <Input lang={lang} name="cash_reference" label={t.reference} hint={t.referenceHint} maxlength={100} />
        <Input lang={lang} name="cash_no_proof" label={t.noProof} hint={t.noProofHint} maxlength={300} />
        <Input
          lang={lang}
          name="cash_amount"
          label={`${t.amount} ${due}`}
          inputmode="numeric"
          maxlength={20}
          suffix="đ"
        />
        <Input lang={lang} name="cash_difference" label={t.difference} hint={t.differenceHint} maxlength={300} />
      </details>
    </>
  )
}
