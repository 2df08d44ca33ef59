import { baseUrl, db } from "../harness/shop"
import type { Goods, Session, ShopClient } from "./basket"
import { type Answer, fuzz } from "./helpers/fuzz"
import type { Shot } from "./helpers/mutate"
import { newPayment, notice } from "./vnpay"

/** A signed notice as VNPay sends it. */
export const noticeShot = (query: string): Shot => ({
  method: "GET",
  path: "/hooks/vnpay/ipn",
  query,
  headers: { "user-agent": "VNPay" },
  body: "",
})

/** What VNPay signed, read by the platform's own parser: undefined where a key comes twice or the method is not GET. */
function words({ method, path, query }: Shot): string | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined
  const pairs = [...new URLSearchParams(Buffer.from(query, "latin1").toString())].filter(([key]) =>
    key.startsWith("vnp_"),
  )
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) return undefined
  const told = pairs
    .filter(([key, value]) => value !== "" && key !== "vnp_SecureHashType")
    .map(([key, value]) => (key === "vnp_SecureHash" ? [key, value.toLowerCase()] : [key, value]))
  return JSON.stringify([path, told.sort()])
}

/** 00 and 02 end VNPay's calls: whoever is told that was believed. */
const believed = ({ text }: Answer) => /"RspCode":"0[02]"/.test(text)

/**
 * Spoils signed notices of payments that stand open, each of which would be paid by the notice as it was. Returns what
 * broke or was believed, and what of these payments changed all the same.
 */
export async function fuzzNotices(client: ShopClient, goods: Goods, rounds: number, seed: number) {
  const outcomes: Record<string, string>[] = [
    {},
    { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" },
    { vnp_ResponseCode: "07" },
  ]
  const queries: string[] = []
  const sessions: Session[] = []
  for (const changes of outcomes) {
    const { session } = await newPayment(client, goods)
    sessions.push(session)
    queries.push(await notice(session, { vnp_PayDate: "20261124101500", vnp_CardType: "ATM", ...changes }))
  }
  const { sent, statuses, findings } = await fuzz({
    base: baseUrl(),
    ...{ rounds, seed, believed },
    shot: (round) => noticeShot(queries[round % queries.length] ?? ""),
    stillSigned: (original, mutant) => words(original) === words(mutant),
  })
  const refs = sessions.map(({ data }) => data.txn_ref)
  const { rows: changed } = await db().query(
    `select txn_ref, state from payment_attempt where txn_ref = any ($1) and (state <> 'pending' or completion <> 'none')
     union all select txn_ref, verdict from gateway_event where txn_ref = any ($1)`,
    [refs],
  )
  return { sent, statuses, findings, changed, sessions, queries }
}
