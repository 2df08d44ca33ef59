import { randomBytes } from "node:crypto"
import type { Account } from "./account"
import {
  now,
  type Refund,
  refundedOf,
  refundOf,
  refundsOf,
  type Session,
  sessionOf,
  sessionOfIntent,
  sessionsOf,
  write,
} from "./book"
import { tell } from "./events"
import type { Command, Fault } from "./faults"
import { chargeObject, refundObject, sessionObject } from "./objects"

export type Params = Record<string, unknown>
export type Answer = { status: number; body: object }

/** One of Stripe's calls: what it is about, and what it does. */
export type Call = { command: Command; ref: string; run: (fault?: Fault) => Answer }

const newId = (prefix: string) => `${prefix}_test_${randomBytes(16).toString("hex")}`

export const refusal = (message: string, code?: string, status = 400, param?: string): Answer => ({
  status,
  body: { error: { type: "invalid_request_error", message, code, param } },
})
const missing = () => refusal("No such object", "resource_missing", 404)
const ok = (body: object): Answer => ({ status: 200, body })

const at = (params: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((one, key) => (typeof one === "object" && one ? Reflect.get(one, key) : undefined), params)
const text = (params: unknown, ...path: string[]) => {
  const found = at(params, ...path)
  return typeof found === "string" ? found : ""
}
const whole = (written: string) => (/^\d{1,12}$/.test(written) ? Number(written) : undefined)
const metadataOf = (params: unknown) => (at(params, "metadata") ?? {}) as Record<string, string>

/** About 0.50 USD, Stripe's least amount. */
const LEAST = 13_000
const MINUTE = 60

export function createSession(account: Account, params: Params): Call {
  const ref = text(params, "client_reference_id")
  return { command: "create", ref, run: () => create(account, ref, params) }
}

function create(account: Account, ref: string, params: Params): Answer {
  const price = at(params, "line_items", "0", "price_data")
  const amount = whole(text(price, "unit_amount"))
  const expires_at = whole(text(params, "expires_at")) ?? now() + 24 * 60 * MINUTE
  if (text(params, "mode") !== "payment" || text(price, "currency") !== "vnd" || !text(price, "product_data", "name"))
    return refusal("Missing or wrong: mode, line_items")
  if (amount === undefined) return refusal("Invalid integer", "parameter_invalid_integer")
  if (amount < LEAST) return refusal("Amount must convert to at least 50 cents", "amount_too_small")
  if (expires_at < now() + 30 * MINUTE || expires_at > now() + 24 * 60 * MINUTE)
    return refusal("The `expires_at` timestamp must be 30 minutes to 24 hours from now", undefined, 400, "expires_at")
  if (!/^https?:/.test(text(params, "success_url"))) return refusal("Not a valid URL", "url_invalid")
  const session: Session = {
    ...{ id: newId("cs"), ref, amount, status: "open", created: now(), expires_at },
    ...{ success_url: text(params, "success_url"), cancel_url: text(params, "cancel_url") },
    ...{ metadata: metadataOf(params), payment_intent: newId("pi"), paid_at: null },
  }
  write({ session })
  return ok(sessionObject(session, account.pageOf(session.id)))
}

export function retrieveSession(account: Account, id: string, params: Params): Call {
  const session = sessionOf(id)
  const expanded = JSON.stringify(params.expand ?? "").includes("payment_intent")
  const run = () => (session ? ok(sessionObject(session, account.pageOf(id), expanded)) : missing())
  return { command: "retrieve", ref: session?.ref ?? "", run }
}

export function expireSession(account: Account, id: string): Call {
  const session = sessionOf(id)
  const run = () => {
    if (!session) return missing()
    if (session.status !== "open") return refusal("Only Checkout Sessions with a status in [open] can be expired")
    const expired: Session = { ...session, status: "expired" }
    write({ session: expired })
    tell(account, session.ref, "checkout.session.expired", sessionObject(expired, ""))
    return ok(sessionObject(expired, ""))
  }
  return { command: "expire", ref: session?.ref ?? "", run }
}

/** The payer pays on the page; false if the session is not open any more. */
export function pay(account: Account, id: string): boolean {
  const session = sessionOf(id)
  if (session?.status !== "open") return false
  const paid: Session = { ...session, status: "complete", paid_at: now() }
  write({ session: paid })
  tell(account, session.ref, "checkout.session.completed", sessionObject(paid, ""))
  return true
}

export function createRefund(account: Account, params: Params): Call {
  const session = sessionOfIntent(text(params, "payment_intent"))
  const run = (fault?: Fault) => {
    if (!session?.paid_at) return missing()
    const left = session.amount - refundedOf(session.payment_intent)
    const amount = text(params, "amount") ? whole(text(params, "amount")) : left
    if (left <= 0) return refusal("Charge has already been refunded", "charge_already_refunded")
    if (!amount) return refusal("Invalid positive integer", "parameter_invalid_integer")
    if (amount > left) return refusal("Refund amount is greater than unrefunded amount on charge")
    const refund: Refund = {
      ...{ id: newId("re"), payment_intent: session.payment_intent, amount, metadata: metadataOf(params) },
      ...{ status: fault === "pending" ? "pending" : "succeeded", failure_reason: null, created: now() },
    }
    write({ refund })
    tell(account, session.ref, "refund.created", refundObject(refund))
    tell(account, session.ref, "charge.refunded", chargeObject(session))
    return ok(refundObject(refund))
  }
  return { command: "refund", ref: session?.ref ?? "", run }
}

/** A bank carries a refund out, or sends it back, days later. */
export function decideRefund(account: Account, id: string, status: "succeeded" | "failed"): boolean {
  const known = refundOf(id)
  const session = known && sessionOfIntent(known.payment_intent)
  if (!known || !session) return false
  const refund: Refund = { ...known, status, failure_reason: status === "failed" ? "expired_or_canceled_card" : null }
  write({ refund })
  tell(account, session.ref, status === "failed" ? "refund.failed" : "refund.updated", refundObject(refund))
  return true
}

export function retrieveRefund(id: string): Call {
  const refund = refundOf(id)
  const ref = refund ? (sessionOfIntent(refund.payment_intent)?.ref ?? "") : ""
  return { command: "retrieve", ref, run: () => (refund ? ok(refundObject(refund)) : missing()) }
}

export function listRefunds(params: Params): Call {
  const intent = text(params, "payment_intent")
  const data = refundsOf(intent).map(refundObject)
  const ref = sessionOfIntent(intent)?.ref ?? ""
  return { command: "list", ref, run: () => ok({ object: "list", url: "/v1/refunds", has_more: false, data }) }
}

/** What the stand-in has taken and given back under one reference. */
export const bookOf = (ref: string) =>
  sessionsOf(ref).map(({ id, status, paid_at, amount, payment_intent, success_url }) => ({
    ...{ session: id, status: sessionOf(id)?.status ?? status, paid: paid_at === null ? 0 : amount, payment_intent },
    back: success_url,
    refunds: refundsOf(payment_intent),
  }))
