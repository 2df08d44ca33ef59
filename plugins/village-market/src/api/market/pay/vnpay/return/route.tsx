import { setTimeout as pause } from "node:timers/promises"
import type { MedusaRequest } from "@medusajs/framework/http"
import { GATEWAY } from "../../../../../modules/gateway"
import type { PaymentNotice } from "../../../../../modules/gateway/payment-notice"
import type { PaymentAttempt } from "../../../../../modules/gateway/rows"
import { readNotice } from "../../../../../modules/gateway/vnpay/notice"
import { type ReturnView, returnView } from "../../../../../payments/return-view"
import { PaymentTold } from "../../../../../web/checkout/payment-told"
import { money } from "../../../../../web/format"
import { orderPath } from "../../../../../web/order-link"
import { type PageContext, page } from "../../../../../web/page"
import { vnpayText } from "../../../../../web/text/vnpay"
import { failureWords } from "../../../../../web/text/vnpay-failures"
import { forgetBasket } from "../../../../../workflows/basket/basket-cookie"

const BASKET = "/market/basket"
/** Usually the notice is here before the browser, and the order a moment later: then nobody sees this page. */
const PATIENCE_MS = 4000
const REFRESH_SECONDS = 5
const REFRESHES = 24

/** Where VNPay sends the buyer back to. Only reads: what is paid, the notice alone decides. */
export const GET = page(async (req, context, res) => {
  const { vnpay } = context.settings
  const answer = vnpay && readNotice(req.originalUrl, vnpay)
  const found = answer && (await lookUntilDecided(req, answer))
  if (!found) return { status: 400, body: <Told page={context} view="invalid" /> }
  const { attempt, view } = found
  if (view.kind === "order") {
    // The basket is an order now; the next one starts empty.
    forgetBasket(req, res)
    return { redirect: orderPath(context.settings, view.orderId) }
  }
  if (view.kind !== "waiting") return <Told page={context} view={view} attempt={attempt} />
  const count = refreshed(answer)
  if (count < REFRESHES) res.setHeader("refresh", `${REFRESH_SECONDS}; url=${again(req, answer, count + 1)}`)
  return <Told page={context} view={view} attempt={attempt} retry={again(req, answer, 0)} long={count >= REFRESHES} />
})

async function lookUntilDecided(req: MedusaRequest, answer: PaymentNotice) {
  const gateway = req.scope.resolve(GATEWAY)
  for (const deadline = Date.now() + PATIENCE_MS; ; await pause(200)) {
    const attempt = await gateway.attempt(answer.txnRef)
    if (!attempt) return undefined
    const view = returnView(attempt, answer)
    if (view.kind !== "waiting" || Date.now() > deadline) return { attempt, view }
  }
}

/** How often this page has looked again by itself; its own parameter, which VNPay's checksum does not cover. */
const refreshed = ({ raw }: PaymentNotice) => Number(/(?:^|&)n=(\d{1,3})(?:&|$)/.exec(raw)?.[1] ?? 0)

const again = (req: MedusaRequest, { raw }: PaymentNotice, count: number) =>
  `${req.path}?${raw.replace(/&n=[^&]*|^n=[^&]*&/g, "")}&n=${count}`

type ToldProps = {
  page: PageContext
  view: Exclude<ReturnView, { kind: "order" }> | "invalid"
  attempt?: PaymentAttempt
  retry?: string
  long?: boolean
}

function Told({ page, view, attempt, retry, long = false }: ToldProps) {
  const t = vnpayText[page.lang]
  const ref = attempt?.txn_ref ?? ""
  const kind = view === "invalid" ? view : view.kind
  const title = t[`${kind}Title`]
  const texts = {
    invalid: [t.invalid],
    waiting: [long ? t.waitingLong : t.waiting, t.doNotPayAgain],
    review: [t.review(ref)],
    refund: [
      view !== "invalid" && view.kind === "refund" ? t.refundWhy[view.reason] : "",
      t.refund(money(page.lang, attempt?.amount ?? 0), ref),
    ],
    failed: [view !== "invalid" && view.kind === "failed" ? failureWords(view.code)[page.lang] : "", t.basketKept],
  }[kind]
  const next = retry ? { href: retry, label: t.lookAgain } : { href: BASKET, label: t.toBasket }
  return <PaymentTold page={page} title={title} texts={texts} waiting={kind === "waiting"} next={next} />
}
