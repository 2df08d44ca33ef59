import { randomUUID } from "node:crypto"
import { Agent } from "node:http"
import { baseUrl, db } from "../harness/shop"
import { findGoods, type Session, shopClient } from "../http/basket"
import { shoot } from "../http/helpers/fuzz"
import { code, newPayment, notice, settled } from "../http/vnpay"
import { noticeShot } from "../http/vnpay-notices"

const ATTEMPTS = 300
const REPEATS = 10
const AT_ONCE = 16
const BASKETS = 20

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
afterAll(() => agent.destroy())

/** Attempts as the provider stores them; their notices say "cancelled", so that nothing is settled meanwhile. */
async function signedNotices(): Promise<string[]> {
  const refs = Array.from({ length: ATTEMPTS }, () => `LNBENCH${randomUUID().replaceAll("-", "").toUpperCase()}`)
  await db().query(
    `insert into payment_attempt (id, provider, txn_ref, session_id, amount, create_date, expire_date)
     select 'payatt_' || ref, 'vnpay', ref, 'payses_' || ref, 150000, '20261124101500', '20261124103000'
     from unnest($1::text[]) ref`,
    [refs],
  )
  const cancelled = { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" }
  const told = refs.map((txn_ref) => notice({ amount: 150_000, data: { txn_ref } } as Session, cancelled))
  return (await Promise.all(told)).flatMap((query) => Array<string>(REPEATS).fill(query))
}

/** Requests per second and the 99th percentile in ms of what is sent by 16 connections. */
async function measure(shots: { path: string; query: string }[], right: (text: string) => boolean) {
  const took: number[] = []
  const waiting = [...shots]
  const began = performance.now()
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const from = performance.now()
      const { status, text } = await shoot(baseUrl(), { ...noticeShot(next.query), path: next.path }, agent)
      took.push(performance.now() - from)
      if (status !== 200 || !right(text)) throw new Error(`${status} ${text}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const seconds = (performance.now() - began) / 1000
  const p99 = took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0
  return { perSecond: Math.round(shots.length / seconds), p99: Math.round(p99) }
}

it("answers VNPay's notices, each ten times, and completes what was paid", async () => {
  const shots = (await signedNotices()).map((query) => ({ path: "/hooks/vnpay/ipn", query }))
  const floor = await measure(
    shots.map(() => ({ path: "/health", query: "" })),
    (text) => text === "OK",
  )
  const replies = await measure(shots, (text) => /"RspCode":"0[02]"/.test(text))
  const { rows } = await db().query(
    "select count(*)::int as n from gateway_event where txn_ref like 'LNBENCH%' and verdict = '00'",
  )
  expect(rows[0].n % ATTEMPTS).toBe(0)

  const shop = shopClient()
  const goods = await findGoods(shop)
  const sessions: Session[] = []
  for (let basket = 0; basket < BASKETS; basket++) sessions.push((await newPayment(shop, goods)).session)
  const told = await Promise.all(sessions.map((session) => notice(session)))
  const began = performance.now()
  expect(await Promise.all(told.map(code))).toEqual(Array(BASKETS).fill("00"))
  const ends = await Promise.all(sessions.map((session) => settled(session, 300)))
  const completions = BASKETS / ((performance.now() - began) / 1000)
  expect(ends.every(({ completion }) => completion === "completed")).toBe(true)

  const ratio = replies.perSecond / floor.perSecond
  console.log(JSON.stringify({ floor, replies, ratio: ratio.toFixed(2), completions: completions.toFixed(1) }))
  // Notices cost the signature, one look for a repeat and one transaction for the first; far slower would be noticed.
  expect(ratio).toBeGreaterThan(0.05)
}, 600_000)
