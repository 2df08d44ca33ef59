import { setTimeout as pause } from "node:timers/promises"
import type { MedusaRequest } from "@medusajs/framework/http"
import { GATEWAY } from "../../../../../modules/gateway"
import type { PaymentAttempt } from "../../../../../modules/gateway/rows"
import { readReturn } from "../../../../../modules/gateway/stripe/return-link"
import { askGateway } from "../../../../../payments/ask-gateway"
import { type StripeReturnView, stripeReturnView } from "../../../../../payments/stripe-return-view"
import { PaymentTold } from "../../../../../web/checkout/payment-told"
import { money } from "../../../../../web/format"
import { orderPath } from "../../../../../web/order-link"
import { type PageContext, page } from "../../../../../web/page"
import { stripeText } from "../../../../../web/text/stripe"
import { forgetBasket } from "../../../../../workflows/basket/basket-cookie"

const PAYMENT = "/market/checkout/payment"
const BASKET = "/market/basket"
/** Usually the event is here before the browser, and the order a moment later: then nobody sees this page. */
const PATIENCE_MS = 2500
const REFRESH_SECONDS = 5
const REFRESHES = 24

/** Where Stripe sends the buyer back to. What is paid, Stripe's own word to the shop decides, never this address. */
export const GET = page(async (req, context, res) => {
  const { stripe } = context.settings
  const ref = stripe && readReturn(stripe, req.query)
  const gateway = req.scope.resolve(GATEWAY)
  const known = ref ? await gateway.attempt(ref) : undefined
  if (!ref || known?.provider !== "stripe") return { status: 400, body: <Told page={context} view="invalid" /> }
  const count = Math.min(Number(req.query.n) || 0, REFRESHES)
  const cancelled = req.query.cancelled === "1"
  const { attempt, view } = await lookUntilDecided(req, known, { cancelled, ask: count === 0 })
  if (view.kind === "order") {
    // The basket is an order now; the next one starts empty.
    forgetBasket(req, res)
    return { redirect: orderPath(context.settings, view.orderId) }
  }
  if (view.kind !== "waiting") return <Told page={context} view={view} attempt={attempt} />
  const again = (n: number) => `${req.path}?ref=${ref}&seal=${req.query.seal}&n=${n}`
  if (count < REFRESHES) res.setHeader("refresh", `${REFRESH_SECONDS}; url=${again(count + 1)}`)
  return <Told page={context} view={view} attempt={attempt} retry={again(1)} long={count >= REFRESHES} />
})

/** Waits a moment for the event; when it does not come, asks Stripe once and waits for the order a moment more. */
async function lookUntilDecided(
  req: MedusaRequest,
  known: PaymentAttempt,
  { cancelled, ask }: { cancelled: boolean; ask: boolean },
) {
  const gateway = req.scope.resolve(GATEWAY)
  let mayAsk = ask
  let heard = false
  if (cancelled && known.state === "pending") {
    // Paid in another window, perhaps: Stripe is asked before anybody is told that nothing was taken.
    heard = (await askGateway(req.scope, known)).kind === "recorded"
    mayAsk = false
  }
  for (let deadline = Date.now() + PATIENCE_MS; ; await pause(100)) {
    const attempt = await gateway.attempt(known.txn_ref)
    if (!attempt) throw new Error(`Attempt ${known.txn_ref} is gone`)
    const view = stripeReturnView(attempt, cancelled, heard)
    if (view.kind !== "waiting") return { attempt, view }
    if (Date.now() < deadline) continue
    if (!mayAsk) return { attempt, view }
    mayAsk = false
    if (attempt.state === "pending") await askGateway(req.scope, attempt)
    deadline = Date.now() + PATIENCE_MS
  }
}

type ToldProps = {
  page: PageContext
  view: Exclude<StripeReturnView, { kind: "order" }> | "invalid"
  attempt?: PaymentAttempt
  retry?: string
  long?: boolean
}

function Told({ page, view, attempt, retry, long = false }: ToldProps) {
  const t = stripeText[page.lang]
  const ref = attempt?.txn_ref ?? ""
  const kind = view === "invalid" ? view : view.kind
  const expired = view !== "invalid" && view.kind === "failed" && view.expired
  const unpaid = view !== "invalid" && view.kind === "cancelled" && view.unpaid
  const title = t[`${kind}Title`]
  const texts = {
    invalid: [t.invalid],
    waiting: [long ? t.waitingLong : t.waiting, t.doNotPayAgain],
    review: [t.review(ref)],
    refund: [t.refund(money(page.lang, attempt?.amount ?? 0), ref)],
    superseded: [t.superseded],
    cancelled: [unpaid ? t.cancelled : t.cancelledUnheard, t.basketKept],
    failed: [expired ? t.expired : t.failed, t.basketKept],
  }[kind]
  const tryAgain = kind === "cancelled" || kind === "failed"
  const elsewhere = tryAgain ? { href: PAYMENT, label: t.toPayment } : { href: BASKET, label: t.toBasket }
  const next = retry ? { href: retry, label: t.lookAgain } : elsewhere
  return <PaymentTold page={page} title={title} texts={texts} waiting={kind === "waiting"} next={next} />
}
