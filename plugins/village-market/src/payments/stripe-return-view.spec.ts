import { stripeReturnView } from "./stripe-return-view"

const at = new Date()
const pending = {
  ...{ state: "pending" as const, completion: "none" as const, order_id: null, superseded_at: null },
  ...{ response_code: null, transaction_status: null },
}
const captured = { ...pending, state: "captured" as const, completion: "open" as const }

it.each([
  ["an order", { ...captured, completion: "completed" as const, order_id: "order_1" }, false, "order"],
  [
    "an order, though the buyer came by the way out",
    { ...captured, completion: "completed" as const, order_id: "o" },
    true,
    "order",
  ],
  ["money going back", { ...captured, completion: "refund_due" as const }, false, "refund"],
  ["an order under way", captured, true, "waiting"],
  ["nothing yet", pending, false, "waiting"],
  ["the way out", pending, true, "cancelled"],
  ["the way out of one that was called off", { ...pending, superseded_at: at }, true, "cancelled"],
  ["one that was called off", { ...pending, superseded_at: at }, false, "superseded"],
  ["one to look into", { ...pending, state: "review" as const }, true, "review"],
])("%s", (_, stored, cancelled, kind) => {
  expect(stripeReturnView(stored, cancelled)).toMatchObject({ kind })
})

it("says that nothing was taken only when Stripe has said so", () => {
  expect(stripeReturnView(pending, true)).toEqual({ kind: "cancelled", unpaid: false })
  expect(stripeReturnView(pending, true, true)).toEqual({ kind: "cancelled", unpaid: true })
  expect(stripeReturnView({ ...pending, state: "failed" }, true)).toEqual({ kind: "cancelled", unpaid: true })
  expect(stripeReturnView(captured, true, true)).toEqual({ kind: "waiting" })
})

it("tells an expired payment from a failed one", () => {
  const failed = { ...pending, state: "failed" as const }
  expect(stripeReturnView({ ...failed, transaction_status: "expired" }, false)).toEqual({
    kind: "failed",
    expired: true,
  })
  expect(stripeReturnView({ ...failed, transaction_status: "complete" }, false)).toEqual({
    kind: "failed",
    expired: false,
  })
})
