import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { nextFault } from "../../../../demo/vnpay/faults"
import { CHOICES, type Choice, decide, notify, problemOf } from "../../../../demo/vnpay/gateway"
import { terminalOf } from "../../../../demo/vnpay/terminal"
import { money } from "../../../../web/format"
import { Layout } from "../../../../web/layout"
import { type PageContext, page } from "../../../../web/page"
import { vnpayText } from "../../../../web/text/vnpay"

const Decision = z.object({
  choice: z.enum(Object.keys(CHOICES) as [Choice, ...Choice[]]),
  /** The query the shop sent the payer with. */
  query: z.string().max(8000),
})

export const GET = page(async (req, context) => {
  const terminal = terminalOf(req)
  const query = req.originalUrl.split("?")[1] ?? ""
  const asked = new URLSearchParams(query)
  const problem = await problemOf(asked, terminal)
  if (problem) return refused(context, vnpayText[context.lang].problems[problem])
  const t = vnpayText[context.lang]
  return (
    <Layout page={context} title={t.standInTitle}>
      <div class="narrow">
        <h1>{t.standInTitle}</h1>
        <p class="notice warn">{t.standIn}</p>
        <dl>
          <dt>{t.amount}</dt>
          <dd>{money(context.lang, Number(asked.get("vnp_Amount")) / 100)}</dd>
          <dt>{t.info}</dt>
          <dd>{asked.get("vnp_OrderInfo")}</dd>
          <dt>{t.method}</dt>
          <dd>{asked.get("vnp_BankCode") ?? t.anyMethod}</dd>
          <dt>{t.reference}</dt>
          <dd>{asked.get("vnp_TxnRef")}</dd>
        </dl>
        <form method="post" action="/demo/vnpay/pay">
          <input type="hidden" name="query" value={query} />
          <div class="actions">
            {Decision.shape.choice.options.map((choice) => (
              <button
                type="submit"
                class={choice === "success" ? "button" : "button secondary"}
                name="choice"
                value={choice}
              >
                {t.choices[choice]}
              </button>
            ))}
          </div>
        </form>
      </div>
    </Layout>
  )
})

/** Decides, tells the shop as VNPay does, and sends the browser back with the signed result. */
export const POST = page(async (req, context) => {
  const terminal = terminalOf(req)
  const t = vnpayText[context.lang]
  const decision = Decision.safeParse(req.body)
  if (!decision.success) return refused(context, t.problems.request)
  const asked = new URLSearchParams(decision.data.query)
  const problem = await problemOf(asked, terminal)
  if (problem) return refused(context, t.problems[problem])
  const result = await decide(asked, decision.data.choice, terminal)
  // Not waited for: VNPay's notice and the payer's browser reach the shop in any order.
  const lost = nextFault(asked.get("vnp_TxnRef") ?? "", "notice") === "lost"
  if (!lost) void notify(noticeAddress(req), result)
  return { redirect: `${asked.get("vnp_ReturnUrl")}?${result}` }
})

/** The shop's address as this request found it, not the public one, which need not be reachable from here. */
function noticeAddress({ socket }: MedusaRequest): string {
  const { localAddress = "127.0.0.1", localPort } = socket
  const host = localAddress.includes(":") ? `[${localAddress}]` : localAddress
  return `http://${host}:${localPort}/hooks/vnpay/ipn`
}

function refused(context: PageContext, text: string) {
  const t = vnpayText[context.lang]
  return {
    status: 400,
    body: (
      <Layout page={context} title={t.standInTitle}>
        <h1>{t.standInTitle}</h1>
        <p class="notice warn">{text}</p>
      </Layout>
    ),
  }
}
