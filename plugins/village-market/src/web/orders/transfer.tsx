import type { Transfer } from "../../buyer/read-transfer"
import { qrSvg } from "../../modules/gateway/vietqr/qr-svg"
import { dateTime, money } from "../format"
import type { PageContext } from "../page"
import { transferText } from "../text/transfer"

export const TRANSFER_ASSETS = { styles: ["transfer.css"], scripts: ["transfer.js"] }

/** Where the page asks whether the money has come, where the QR is a picture, and the page itself. */
export type TransferLinks = { home: string; state: string; picture: string }

type Props = { page: PageContext; transfer: Transfer; links: TransferLinks }

/** How to pay by bank transfer: the QR, and each of its fields to be copied. */
export function TransferCard({ page, transfer, links }: Props) {
  const t = transferText[page.lang]
  const { state, looked_at } = transfer
  return (
    <section class="card" aria-labelledby="transfer" data-transfer={links.state} data-state={stateOf(transfer)}>
      <h2 id="transfer">{t.title}</h2>
      {looked_at > 0 ? (
        <p class="notice warn" role="status">
          {t.looking(money(page.lang, looked_at))}
        </p>
      ) : null}
      {state === "waiting" ? (
        <Waiting page={page} transfer={transfer} links={links} />
      ) : (
        <>
          <p class="notice" role="status">
            {t[state]}
          </p>
          <p>
            <a href={links.home}>{t.lookAgain}</a>
          </p>
        </>
      )}
    </section>
  )
}

/** What the page's script compares: it loads the page anew when this has changed. */
export const stateOf = ({ state, looked_at }: Pick<Transfer, "state" | "looked_at">) => `${state}:${looked_at}`

function Waiting({ page, transfer, links }: Props) {
  const { lang, settings } = page
  const t = transferText[lang]
  const { amount, reference, payload, expires_at, account } = transfer
  const sum = money(lang, amount)
  const rows: [label: string, text: string, value?: string][] = [
    [t.amount, sum, String(amount)],
    [t.account, account.account],
    [t.content, reference],
  ]
  return (
    <>
      <p>
        {t.lead} {settings.bank && settings.bank.webhookSecrets.length > 0 ? t.atOnce : t.byStatement}
      </p>
      <div class="transfer">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us, its title escaped */}
        <div class="qr" dangerouslySetInnerHTML={{ __html: qrSvg(payload, t.qr(sum, reference)) }} />
        <div>
          <dl>
            {rows.map(([label, text, value]) => (
              <>
                <dt>{label}</dt>
                <dd>
                  <span class="copy" data-copy={t.copy} data-copied={t.copied} data-of={label} data-value={value}>
                    {text}
                  </span>
                </dd>
              </>
            ))}
            <dt>{t.holder}</dt>
            <dd>{account.holder}</dd>
            <dt>{t.bank}</dt>
            <dd>{account.bankName}</dd>
            {expires_at ? (
              <>
                <dt>{t.until}</dt>
                <dd>
                  <strong>{dateTime(lang, expires_at)}</strong>
                </dd>
              </>
            ) : null}
          </dl>
          <p>{t.keep}</p>
          {expires_at ? <p>{t.held}</p> : null}
          <div class="actions">
            <a class="button" href={links.home}>
              {t.lookAgain}
            </a>
            <a class="button secondary" href={links.picture}>
              {t.save}
            </a>
            {settings.demo && settings.bank?.standIn ? (
              <a class="button secondary" href={standIn(payload, links.home)}>
                {t.stand_in}
              </a>
            ) : null}
          </div>
          <p class="hint">{t.samePhone}</p>
        </div>
      </div>
    </>
  )
}

const standIn = (payload: string, back: string) => `/demo/bank?${new URLSearchParams({ qr: payload, back })}`
