import type { Child } from "hono/jsx"
import type { DoorQr } from "../../payments/door-qr"
import { money } from "../format"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { qr } from "../text/qr"
import { LookedAt, QrCard } from "./qr-card"

type Props = {
  page: PageContext
  no: string
  door: DoorQr
  /** Address of this page. */
  here: string
  /** It will load itself anew. */
  looking: boolean
  /** What was collected, whole đồng. */
  collected: number
  /** Above the code, for who shows it to somebody else. */
  lead?: string
  children?: Child
}

/** A part that is paid by QR: the code, or what has become of it. */
export function DoorPage({ page, no, door, here, looking, collected, lead, children }: Props) {
  const { lang } = page
  const t = qr[lang]
  const { state, transfer } = door
  const lookedAt = transfer?.looked_at ?? 0
  return (
    <Layout page={page} title={t.title(no)}>
      <div class="narrow">
        <h1>{t.title(no)}</h1>
        {state === "arrived" ? (
          <div class="notice good arrived" role="status">
            <p>
              <strong>{t.arrived}</strong>
            </p>
            <p>{t.arrivedLead(money(lang, collected || (transfer?.amount ?? 0)))}</p>
          </div>
        ) : null}
        {lookedAt > 0 && state !== "arrived" ? <p class="notice warn">{t.looking(money(lang, lookedAt))}</p> : null}
        {state === "cash" || state === "over" || state === "none" ? <p class="notice warn">{t[state]}</p> : null}
        {state === "open" && transfer ? (
          <>
            {lead ? <p>{lead}</p> : null}
            <QrCard page={page} transfer={transfer} here={here} />
            <LookedAt page={page} here={here} looking={looking} />
          </>
        ) : null}
        {children}
      </div>
    </Layout>
  )
}
