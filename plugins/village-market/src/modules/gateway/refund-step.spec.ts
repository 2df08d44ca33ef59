import { type RefundSituation, type RefundStep, refundStep } from "./refund-step"

const now = new Date("2026-11-24T09:00:00Z")
const past = new Date(now.getTime() - 1000)
const later = new Date(now.getTime() + 1000)
const fresh: RefundSituation = { amount: 100, captured: 100, refunded: 0, underWay: false }
const tried = (state: "intended" | "confirmed" | "refused" | "unknown", next_try_at: Date | null) => ({
  ...fresh,
  last: { state, reason: null, number: 1, next_try_at },
})

const table: [string, RefundSituation, RefundStep][] = [
  ["a new debt is sent", fresh, "send"],
  ["one đồng more than was captured is not", { ...fresh, amount: 101 }, "refuse"],
  ["nor one more than is left", { ...fresh, amount: 51, refunded: 50 }, "refuse"],
  ["all that is left is", { ...fresh, amount: 50, refunded: 50 }, "send"],
  ["while another refund of the payment is under way it waits", { ...fresh, underWay: true }, "wait"],
  ["one being sent is left alone", tried("intended", later), "wait"],
  ["one whose sender is gone is looked up, not sent", tried("intended", past), "ask"],
  ["one in doubt is looked up when its turn comes", tried("unknown", past), "ask"],
  ["and not before", tried("unknown", later), "wait"],
  ["a confirmed one is booked", { ...tried("confirmed", past), refunded: 100 }, "book"],
  ["a refused one stays", tried("refused", null), "wait"],
  ["unless somebody wants it tried again", tried("refused", past), "send"],
  ["and even then not beyond what was captured", { ...tried("refused", past), refunded: 1 }, "refuse"],
]

it.each(table)("%s", (_, situation, step) => {
  expect(refundStep(situation, now)).toBe(step)
})
