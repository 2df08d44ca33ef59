import type Stripe from "stripe"
import { sessionNotice } from "./session-notice"

const session = (changes: object) =>
  ({
    ...{ id: "cs_1", client_reference_id: "LN1", currency: "vnd", amount_total: 120_000, status: "complete" },
    ...{ payment_status: "paid", payment_intent: "pi_1", payment_method_types: ["card"], ...changes },
  }) as Stripe.Checkout.Session

const source = { key: "evt_1", type: "checkout.session.completed", at: new Date("2026-11-24T10:00:00Z"), raw: {} }
const notice = (changes: object, type = source.type) => sessionNotice(session(changes), { ...source, type })

it("tells of the money in whole đồng, under our reference, at Vietnam's time", () => {
  expect(notice({})).toEqual({
    ...{ txnRef: "LN1", amount: 120_000, transactionNo: "pi_1", bankCode: "card", payDate: "20261124170000" },
    ...{ responseCode: "checkout.session.completed", transactionStatus: "paid", outcome: "captured" },
    ...{ key: "evt_1", raw: "{}" },
  })
  expect(notice({ payment_intent: { id: "pi_2" } }).transactionNo).toBe("pi_2")
})

it("has no amount in another currency, so it fits no attempt", () => {
  expect(notice({ currency: "usd" }).amount).toBeUndefined()
  expect(notice({ amount_total: null }).amount).toBeUndefined()
})

it.each([
  ["paid", {}, "checkout.session.async_payment_succeeded", "captured"],
  ["complete and not paid yet", { payment_status: "unpaid" }, "checkout.session.completed", "pending"],
  ["open", { status: "open", payment_status: "unpaid" }, "asked", "pending"],
  ["expired", { status: "expired", payment_status: "unpaid" }, "checkout.session.expired", "failed"],
  ["refused later", { payment_status: "unpaid" }, "checkout.session.async_payment_failed", "failed"],
  ["free of charge", { payment_status: "no_payment_required" }, "checkout.session.completed", "review"],
])("%s", (_, changes, type, outcome) => {
  expect(notice(changes, type).outcome).toBe(outcome)
})
