import { randomUUID } from "node:crypto"
import request from "supertest"
import { signEvent } from "../../plugins/village-market/src/demo/stripe/sign-event"
import { baseUrl, demo } from "../harness/shop"
import { beginPayment, fillBasket, type Goods, type Session, type ShopClient } from "./basket"

export const STRIPE = "pp_stripe_stripe"

/** A new basket on its way to Stripe's page. */
export async function newStripePayment(client: ShopClient, goods: Goods) {
  const basket = await fillBasket(client, goods)
  return { ...basket, session: await beginPayment(client, basket.collection_id, STRIPE) }
}

/** Stripe's own name of the session, the end of its page's address. */
export const sessionId = ({ data }: Session) => new URL(data.redirect_url).pathname.split("/").at(-1) ?? ""

/** What Stripe writes of a paid session. */
export const paidSession = (session: Session, changes: object = {}) => ({
  ...{ id: sessionId(session), object: "checkout.session", client_reference_id: session.data.txn_ref },
  ...{ currency: "vnd", amount_total: session.amount, status: "complete", payment_status: "paid" },
  ...{ payment_intent: `pi_${sessionId(session)}`, payment_method_types: ["card"], metadata: {} },
  ...changes,
})

export const newEvent = (object: object, type = "checkout.session.completed") => ({
  ...{ id: `evt_${randomUUID()}`, object: "event", created: Math.floor(Date.now() / 1000), livemode: false },
  ...{ type, data: { object } },
})

type Sent = { secret?: string; timestamp?: number; header?: string; payload?: string }

/** Sends an event as Stripe does, signed by the `stripe` package; changes are for what must be refused. */
export async function sendEvent(event: object, { secret, timestamp, header, payload }: Sent = {}): Promise<number> {
  const written = JSON.stringify(event)
  const signature = header ?? signEvent(written, secret ?? demo().stripe?.webhook_secret ?? "", timestamp)
  const asked = request(baseUrl()).post("/hooks/stripe").type("json").set("stripe-signature", signature)
  return (await asked.send(payload ?? written)).status
}

/** Pays at the stand-in as the buyer's browser does. Where the browser is sent, without the host. */
export async function payAtStripe({ data }: Session, choice = "pay"): Promise<string> {
  const { headers } = await request(baseUrl())
    .post(new URL(data.redirect_url).pathname)
    .type("form")
    .send({ choice })
    .expect(303)
  const { pathname, search } = new URL(headers.location ?? "")
  return `${pathname}${search}`
}

type Refund = { id: string; amount: number; status: string; metadata: Record<string, string> }
type Known = { session: string; status: string; paid: number; payment_intent: string; back: string; refunds: Refund[] }

/** What the stand-in knows under one reference. */
export async function atStripe(ref: string): Promise<Known[]> {
  return (await request(baseUrl()).get(`/demo/stripe/attempts/${ref}`).expect(200)).body.sessions
}

export const refundsAtStripe = async (ref: string) => (await atStripe(ref)).flatMap(({ refunds }) => refunds)

/** What the stand-in shall do wrong next, what a bank decides later, or a dispute. */
export async function tellStandIn(ref: string, order: object): Promise<void> {
  await request(baseUrl()).post(`/demo/stripe/attempts/${ref}`).send(order).expect(200)
}
