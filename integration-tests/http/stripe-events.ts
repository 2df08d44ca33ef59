import { signEvent } from "../../plugins/village-market/src/demo/stripe/sign-event"
import { baseUrl, db, demo } from "../harness/shop"
import type { Session } from "./basket"
import { fuzz } from "./helpers/fuzz"
import type { Shot } from "./helpers/mutate"
import { newEvent, paidSession } from "./stripe"

/** A signed event that would pay this session. */
function eventShot(session: Session): Shot {
  const body = JSON.stringify(newEvent(paidSession(session)))
  const signature = signEvent(body, demo().stripe?.webhook_secret ?? "")
  const headers = { "content-type": "application/json", [SIGNATURE]: signature }
  return { method: "POST", path: "/hooks/stripe", query: "", headers, body }
}

/** What Stripe signed is the time and the body; a header may hold several signatures, and one that is whole is enough. */
const stillSigned = (original: Shot, mutant: Shot) =>
  mutant.method === original.method &&
  Buffer.from(mutant.body).equals(Buffer.from(original.body)) &&
  original.headers[SIGNATURE]?.split(",").every((field) => header(mutant).includes(field)) === true

const SIGNATURE = "stripe-signature"
const header = ({ headers }: Shot) =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === SIGNATURE)?.[1] ?? ""

/** Sends spoilt events; `changed` is how many of them the shop has taken down. */
export async function fuzzStripe(session: Session, rounds: number, seed: number) {
  const count = async () =>
    (await db().query("select count(*)::int as n from gateway_event where txn_ref = $1", [session.data.txn_ref]))
      .rows[0].n
  const before = await count()
  const believed = ({ status, text }: { status: number; text: string }) => status === 200 && text.includes("received")
  const shot = () => eventShot(session)
  const result = await fuzz({ base: baseUrl(), rounds, seed, shot, stillSigned, believed })
  return { ...result, changed: (await count()) - before }
}
