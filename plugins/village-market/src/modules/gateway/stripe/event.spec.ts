import Stripe from "stripe"
import { readEvent, withoutCard } from "./event"

const OLD = "whsec_the_former_secret"
const NEW = "whsec_the_present_secret"
const settings = { webhookSecrets: [NEW, OLD] }
const payload = JSON.stringify({
  id: "evt_1",
  object: "event",
  type: "checkout.session.completed",
  data: { object: {} },
})
const raw = Buffer.from(payload)
const seconds = () => Math.floor(Date.now() / 1000)
const signed = (secret: string, timestamp = seconds()) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })

describe("an event of Stripe's", () => {
  it("is believed under either secret while Stripe changes from one to the other", () => {
    expect(readEvent(raw, signed(NEW), settings)).toMatchObject({ id: "evt_1" })
    expect(readEvent(raw, signed(OLD), settings)).toMatchObject({ id: "evt_1" })
    expect(readEvent(raw, signed(OLD), { webhookSecrets: [NEW] })).toBeUndefined()
  })

  it.each([
    ["another secret", signed("whsec_somebody_else")],
    ["an old time", signed(NEW, seconds() - 301)],
    ["no signature", ""],
    ["half a signature", signed(NEW).slice(0, -2)],
    ["another scheme", signed(NEW).replace("v1=", "v0=")],
    ["nonsense", "t=now,v1=ff"],
  ])("is not believed with %s", (_, header) => {
    expect(readEvent(raw, header, settings)).toBeUndefined()
  })

  it("is not believed when a byte of it was changed, or when it is no event at all", () => {
    expect(readEvent(Buffer.from(payload.replace("evt_1", "evt_2")), signed(NEW), settings)).toBeUndefined()
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), raw])
    expect(readEvent(marked, signed(NEW), settings)).toBeUndefined()
    const header = Stripe.webhooks.generateTestHeaderString({ payload: "{", secret: NEW })
    expect(readEvent(Buffer.from("{"), header, settings)).toBeUndefined()
  })
})

it("what is stored tells nothing of the card or its holder", () => {
  const charge = {
    id: "ch_1",
    amount: 120_000,
    billing_details: { name: "Jane Doe" },
    payment_method_details: { card: { last4: "4242", brand: "visa" } },
  }
  const kept = withoutCard({ data: { object: charge }, customer_details: { email: "jane@example.com" } })
  expect(JSON.parse(kept)).toEqual({ data: { object: { id: "ch_1", amount: 120_000 } } })
})
