import { readReturn } from "./return-link"
import { sessionRequest, WINDOW_MINUTES } from "./session-request"

const settings = { returnUrl: "https://lang.example/market/pay/stripe/return", linkKey: "ab".repeat(32) }
const attempt = { txn_ref: "LN20261124AB", amount: 99_999, expires_at: new Date("2026-11-24T10:31:00.000Z") }

it("asks for the whole đồng of the basket, in VND, by card, under our reference", () => {
  expect(sessionRequest(attempt, settings)).toMatchObject({
    mode: "payment",
    allowed_payment_method_types: ["card"],
    client_reference_id: "LN20261124AB",
    metadata: { txn_ref: "LN20261124AB" },
    payment_intent_data: { metadata: { txn_ref: "LN20261124AB" } },
    adaptive_pricing: { enabled: false },
    expires_at: 1795516260,
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "vnd", unit_amount: 99_999, product_data: { name: "Đơn hàng LN20261124AB" } },
      },
    ],
  })
})

it("says the same when it is said again, so that Stripe takes it for the same call", () => {
  expect(sessionRequest({ ...attempt, expires_at: new Date(attempt.expires_at) }, { ...settings })).toEqual(
    sessionRequest(attempt, settings),
  )
})

it("leaves Stripe's least of thirty minutes", () => {
  expect(WINDOW_MINUTES).toBeGreaterThan(30)
})

it("brings the buyer back by an address only this shop can have made", () => {
  const { success_url, cancel_url } = sessionRequest(attempt, settings)
  const query = Object.fromEntries(new URL(success_url ?? "").searchParams)
  expect(readReturn(settings, query)).toBe("LN20261124AB")
  expect(cancel_url).toBe(`${success_url}&cancelled=1`)
  expect(readReturn(settings, { ...query, ref: "LN20261124AC" })).toBeUndefined()
  expect(readReturn({ linkKey: "cd".repeat(32) }, query)).toBeUndefined()
  expect(readReturn(settings, { ref: query.ref })).toBeUndefined()
  expect(readReturn(settings, { ref: [query.ref], seal: query.seal })).toBeUndefined()
})
