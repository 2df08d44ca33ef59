import type { Transfer } from "../../buyer/read-transfer"
import { qrSvg } from "../../modules/gateway/vietqr/qr-svg"
import { dateTime, money, timeOfDay } from "../format"
import type { PageContext } from "../page"
import { qr } from "../text/qr"

type Props = {
  page: PageContext
  transfer: Transfer
  /** The page itself, to look again and to come back to. */
  here: string
}

/** A VietQR as large as the screen allows, what it pays, and its fields for who cannot scan. */
export function QrCard({ page: { lang, settings }, transfer, here }: Props) {
  const t = qr[lang]
  const { amount, reference, payload, expires_at, account } = transfer
  const sum = money(lang, amount)
  return (
    <>
      <p class="qr-amount">{sum}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us, its title escaped */}
      <div class="big-qr" dangerouslySetInnerHTML={{ __html: qrSvg(payload, t.image(sum, reference)) }} />
      <p>{t.lead}</p>
      <dl class="facts">
        <dt>{t.content}</dt>
        <dd>
          <strong>{reference}</strong>
        </dd>
        <dt>{t.account}</dt>
        <dd>
          {account.account}, {account.bankName}, {account.holder}
        </dd>
        {expires_at ? (
          <>
            <dt>{t.until}</dt>
            <dd>{dateTime(lang, expires_at)}</dd>
          </>
        ) : null}
      </dl>
      {settings.demo && settings.bank?.standIn ? (
        <p class="no-print">
          <a class="button secondary" href={`/demo/bank?${new URLSearchParams({ qr: payload, back: here })}`}>
            {t.stand_in}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** That nothing has come yet, when that was last looked up, and how to look again without waiting. */
export function LookedAt({ page: { lang }, here, looking }: { page: PageContext; here: string; looking: boolean }) {
  const t = qr[lang]
  return (
    <div class="notice no-print" role="status">
      <p>
        <strong>{t.waiting}</strong> {t.checked(timeOfDay(lang, new Date()))}
      </p>
      {looking ? null : <p>{t.stopped}</p>}
      <p>
        <a class="button secondary" href={here}>
          {t.again}
        </a>
      </p>
    </div>
  )
}
