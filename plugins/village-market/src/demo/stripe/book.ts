import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

/** A Checkout session with what has become of it, in Stripe's own words; seconds since 1970, whole đồng. */
export type Session = {
  id: string
  ref: string
  amount: number
  status: "open" | "complete" | "expired"
  created: number
  expires_at: number
  success_url: string
  cancel_url: string
  metadata: Record<string, string>
  payment_intent: string
  paid_at: number | null
}

export type Refund = {
  id: string
  payment_intent: string
  amount: number
  status: "pending" | "succeeded" | "failed"
  failure_reason: string | null
  created: number
  metadata: Record<string, string>
}

/** What a call under an idempotency key was answered, and what it had asked. */
export type Reply = { key: string; asked: string; status: number; body: unknown }

type Entry = { session: Session } | { refund: Refund } | { reply: Reply }

const sessions = new Map<string, Session>()
const refunds = new Map<string, Refund>()
const replies = new Map<string, Reply>()
let file: string | undefined
let known = 0

/** Kept in a file, so that a shop started again, or a second process beside it, can give back what was paid. */
export function openBook(folder: string): void {
  file = join(folder, "stripe-stand-in.jsonl")
  readOn(file)
}

function readOn(path: string) {
  if (!existsSync(path) || statSync(path).size === known) return
  const text = readFileSync(path)
  for (const line of text.subarray(known).toString().split("\n")) if (line) keep(JSON.parse(line))
  known = text.length
}

export function write(entry: Entry): void {
  if (!file) throw new Error("The stand-in's book is not open")
  appendFileSync(file, `${JSON.stringify(entry)}\n`)
  readOn(file)
}

function keep(entry: Entry) {
  if ("session" in entry) sessions.set(entry.session.id, entry.session)
  else if ("refund" in entry) refunds.set(entry.refund.id, entry.refund)
  else replies.set(entry.reply.key, entry.reply)
}

export const now = () => Math.floor(Date.now() / 1000)

/** A session whose time is over is expired, whether anybody has looked or not. */
export function sessionOf(id: string): Session | undefined {
  const session = sessions.get(id)
  return session?.status === "open" && session.expires_at <= now() ? { ...session, status: "expired" } : session
}

export const sessionsOf = (ref: string) => [...sessions.values()].filter((session) => session.ref === ref)
export const sessionOfIntent = (id: string) =>
  [...sessions.values()].find(({ payment_intent }) => payment_intent === id)
export const refundOf = (id: string) => refunds.get(id)
export const replyTo = (key: string) => replies.get(key)

/** Newest first, as Stripe lists them. */
export const refundsOf = (intent: string) =>
  [...refunds.values()].filter(({ payment_intent }) => payment_intent === intent).reverse()

/** What has gone back of a payment, or is on its way. */
export const refundedOf = (intent: string) =>
  refundsOf(intent).reduce((sum, { amount, status }) => (status === "failed" ? sum : sum + amount), 0)
