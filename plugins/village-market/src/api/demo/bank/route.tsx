import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { sendTransfer, standInOf } from "../../../demo/bank/send-transfer"
import { ownAddress } from "../../../demo/own-address"
import { readVietQr } from "../../../modules/gateway/vietqr/payload"
import { Choice, Input } from "../../../web/fields"
import { Layout } from "../../../web/layout"
import { type PageContext, page } from "../../../web/page"
import { bankStandIn } from "../../../web/text/bank-stand-in"

const DAY = 24 * 3_600_000
/** Only back to where an order, a part or a stall shows its QR. */
const Back = z
  .string()
  .max(500)
  .regex(/^\/(market|producer)\/[\w/?=&.-]*$/)
  .optional()
  .catch(undefined)

const Form = z.object({
  qr: z.string().max(500),
  amount: z.string().regex(/^[1-9]\d{0,11}$/),
  content: z.string().max(200),
  when: z.enum(["now", "late"]),
  times: z.enum(["1", "2"]),
})

export const GET = page((req, context) => {
  const account = standInOf(req)
  return <Transfer page={context} account={account} qr={String(req.query.qr ?? "")} back={Back.parse(req.query.back)} />
})

/** Transfers, once or twice, as the buyer's bank would, and tells the shop through SePay's notice. */
export const POST = page<MedusaRequest<Record<string, unknown>>>(async (req, context) => {
  const account = standInOf(req)
  const t = bankStandIn[context.lang]
  const back = Back.parse(req.body?.back)
  const qr = String(req.body?.qr ?? "")
  const form = Form.safeParse(req.body)
  const asked = readVietQr(qr)
  if (!form.success || !asked) {
    const problem = asked ? t.wrongAmount : t.unreadable
    return { status: 400, body: <Transfer page={context} account={account} qr={qr} back={back} problem={problem} /> }
  }
  const { amount, content, when, times } = form.data
  const at = new Date(Date.now() + (when === "late" ? 2 * DAY : 0))
  const stored: boolean[] = []
  for (let time = 0; time < Number(times); time++) {
    const sent = { account: asked.account, amount: Number(amount), content, at }
    stored.push((await sendTransfer(ownAddress(req, "/hooks/bank-transfer/sepay"), account.secret, sent)).stored)
  }
  return (
    <Layout page={context} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        <p class="notice good" role="status">
          {stored.every(Boolean) ? t.sent : t.notStored}
        </p>
        <div class="actions">
          {back ? (
            <a class="button" href={back}>
              {t.back}
            </a>
          ) : null}
          <a class="button secondary" href={`/demo/bank?${new URLSearchParams({ qr, back: back ?? "" })}`}>
            {t.again}
          </a>
        </div>
      </div>
    </Layout>
  )
})

type Props = {
  page: PageContext
  account: { bankName: string; holder: string }
  qr: string
  back?: string
  problem?: string
}

function Transfer({ page, account, qr, back, problem }: Props) {
  const { lang } = page
  const t = bankStandIn[lang]
  const asked = readVietQr(qr)
  const why = asked ? problem : t.unreadable
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        <p class="notice warn">{t.lead}</p>
        {why ? (
          <p class="errors" role="alert">
            {why}
          </p>
        ) : null}
        {asked ? (
          <form method="post" action="/demo/bank">
            <input type="hidden" name="qr" value={qr} />
            {back ? <input type="hidden" name="back" value={back} /> : null}
            <dl class="facts">
              <dt>{t.to}</dt>
              <dd>
                {account.holder}, {asked.account}, {account.bankName}
              </dd>
            </dl>
            <Input
              {...{ lang, name: "amount", label: t.amount, hint: t.amountHint, required: true }}
              {...{ value: asked.amount, inputmode: "numeric", maxlength: 12 }}
            />
            <Input {...{ lang, name: "content", label: t.content, hint: t.contentHint, value: asked.content }} />
            <Choice
              {...{ lang, name: "when", label: t.when, value: "now", required: true }}
              options={[
                { value: "now", label: t.now },
                { value: "late", label: t.late },
              ]}
            />
            <Choice
              {...{ lang, name: "times", label: t.times, value: "1", required: true }}
              options={[
                { value: "1", label: t.once },
                { value: "2", label: t.twice },
              ]}
            />
            <button class="button" type="submit">
              {t.send}
            </button>
          </form>
        ) : null}
      </div>
    </Layout>
  )
}
