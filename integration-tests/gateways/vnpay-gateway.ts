import { Faults } from "./faults"
import { json, listen, type Reply } from "./loopback"
import { type Delivery, Notices } from "./notices"
import { answerApi, type Timing } from "./vnpay-api"
import { CHOICES, type Choice, type Payment, VnpayBook } from "./vnpay-book"
import { decide, problemOf, resultQuery, type Terminal } from "./vnpay-pay-page"

export type VnpayOptions = Terminal & {
  /** Where the shop is told, as registered with VNPay. */
  ipnUrl: string
  /** Between two calls of one notice; VNPay's five minutes are too long for a test. */
  pauseMs?: number
  timing?: Partial<Timing>
}
export type Vnpay = Awaited<ReturnType<typeof startVnpay>>

/**
 * A VNPay of the test's own process: payment page, notices, queries and refunds, with a ledger of its own and faults on
 * command. It knows nothing of the shop but the address it calls.
 */
export async function startVnpay({ ipnUrl, pauseMs = 700, timing, ...terminal }: VnpayOptions) {
  const book = new VnpayBook()
  const faults = new Faults()
  const notices = new Notices({ calls: 10, pauseMs })
  const deliveries = new Map<string, Delivery>()
  const times = { slowMs: 300, lateMs: 2500, laterMs: 1500, ...timing }
  const clock = { off: 0 }

  const { url, close } = await listen(async ({ method, url, body }) => {
    if (url.pathname === "/paymentv2/vpcpay.html") return payPage(method, url.searchParams, body)
    if (url.pathname !== "/merchant_webapi/api/transaction" || method !== "POST") return json({}, 404)
    const asked: Record<string, string> = JSON.parse(body)
    const fault = faults.next(asked.vnp_TxnRef ?? "", asked.vnp_Command ?? "")
    return answerApi(asked, { book, terminal, fault, timing: times, clockOff: clock.off })
  })

  async function payPage(method: string, asked: URLSearchParams, body: string): Promise<Reply> {
    const problem = problemOf(asked, terminal, clock.off)
    if (problem) return { status: 400, body: problem }
    const choice = new URLSearchParams(body).get("choice") ?? ""
    if (method !== "POST" || !(choice in CHOICES)) return { status: 200, body: Object.keys(CHOICES).join() }
    const payment = decide(book, asked, choice as Choice, clock.off)
    const told = tell(payment, deliveries.get(payment.ref) ?? {})
    if (deliveries.get(payment.ref)?.first) await told
    const location = `${asked.get("vnp_ReturnUrl")}?${resultQuery(payment, terminal)}`
    return { status: 303, headers: { location }, body: "" }
  }

  async function tell(payment: Payment, delivery: Delivery): Promise<void> {
    if (delivery.lost) return
    const right = resultQuery(payment, terminal)
    if (delivery.forgedFirst) await call(resultQuery(payment, { ...terminal, secret: `${terminal.secret}x` }))
    await notices.tell(() => call(right), delivery)
    if (delivery.pendingAfter) await call(resultQuery(payment, terminal, ["00", "01"]))
    if (delivery.replayMs !== undefined) void notices.tell(() => call(right), { delayMs: delivery.replayMs })
  }

  /** One call; heard when the shop says 00 (taken down) or 02 (known). */
  async function call(query: string): Promise<boolean> {
    const answer = await fetch(`${ipnUrl}?${query}`, { redirect: "manual", signal: AbortSignal.timeout(15_000) }).catch(
      () => undefined,
    )
    const said = answer && ((await answer.json().catch(() => ({}))) as { RspCode?: string })
    return said?.RspCode === "00" || said?.RspCode === "02"
  }

  return {
    ...{ book, faults, notices, clock },
    payUrl: `${url}/paymentv2/vpcpay.html`,
    apiUrl: `${url}/merchant_webapi/api/transaction`,
    /** How the notice of a payment will be told. */
    deliver: (ref: string, delivery: Delivery) => void deliveries.set(ref, delivery),
    /** The payer's deed on the page; the address the browser is sent back to, or why it cannot be paid. */
    async pay(address: string, choice: Choice): Promise<{ returnUrl: string } | { problem: string }> {
      const answer = await fetch(address, {
        ...{ method: "POST", body: new URLSearchParams({ choice }), redirect: "manual" },
      })
      const returnUrl = answer.headers.get("location")
      return returnUrl ? { returnUrl } : { problem: await answer.text() }
    },
    async close() {
      notices.stop()
      await close()
    },
  }
}
