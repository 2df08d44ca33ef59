import { createHmac } from "node:crypto"
import { newBankReference } from "../../plugins/village-market/src/modules/gateway/vietqr/reference"
import { baseUrl, db, demo } from "../harness/shop"
import { movement } from "./bank"
import { fuzz } from "./helpers/fuzz"
import type { Shot } from "./helpers/mutate"

const PREFIX = 7_000_000_000_000_000

/** A signed notice that would be stored, of an id of its own. */
function sepayShot(round: number): Shot {
  const body = JSON.stringify(movement({ id: PREFIX + round, content: newBankReference() }))
  const time = String(Math.floor(Date.now() / 1000))
  const secret = demo().sepay?.webhook_secret ?? process.env.SEPAY_WEBHOOK_SECRET ?? ""
  const signature = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")
  const headers = {
    "content-type": "application/json",
    "x-sepay-timestamp": time,
    "x-sepay-signature": `sha256=${signature}`,
  }
  return { method: "POST", path: "/hooks/bank-transfer/sepay", query: "", headers, body }
}

/** What SePay signed is the time and the body; where both are whole, the notice is. */
const stillSigned = (original: Shot, mutant: Shot) =>
  mutant.method === original.method &&
  Buffer.from(mutant.body).equals(Buffer.from(original.body)) &&
  header(mutant, "x-sepay-timestamp") === header(original, "x-sepay-timestamp") &&
  header(mutant, "x-sepay-signature") === header(original, "x-sepay-signature")

const header = ({ headers }: Shot, wanted: string) =>
  Object.entries(headers)
    .find(([name]) => name.toLowerCase() === wanted)?.[1]
    ?.trim()

/** Sends spoilt notices; `changed` is how many movements they left in the shop. */
export async function fuzzSepay(rounds: number, seed: number) {
  const count = async () => (await db().query("select count(*)::int as n from bank_transaction")).rows[0].n
  const before = await count()
  const believed = ({ status, text }: { status: number; text: string }) =>
    status === 200 && text.includes('"success":true')
  const result = await fuzz({ base: baseUrl(), rounds, seed, shot: sepayShot, stillSigned, believed })
  return { ...result, changed: (await count()) - before }
}
