import { nextStep, type Situation } from "./next-step"

const fresh: Situation = {
  amount: 100,
  tries: 1,
  superseded: false,
  sessionAmount: 100,
  completedOther: false,
  paidOtherwise: false,
}
const captured = { captured: true, canceled: false }

describe("money that has been taken", () => {
  it("becomes an order", () => {
    expect(nextStep(fresh)).toEqual({ kind: "process" })
    expect(nextStep({ ...fresh, orderId: "o", payment: captured, outcome: "refused" })).toEqual({
      kind: "complete",
      orderId: "o",
    })
  })

  it("belongs to the order it paid, even if its session is gone by now or another payment was begun", () => {
    const late = { ...fresh, orderId: "o", payment: captured, superseded: true, paidOtherwise: true }
    expect(nextStep({ ...late, sessionAmount: undefined })).toEqual({ kind: "complete", orderId: "o" })
  })

  it("completes the payment of an order left without one by a crash", () => {
    expect(nextStep({ ...fresh, orderId: "o" })).toEqual({ kind: "process" })
    expect(nextStep({ ...fresh, orderId: "o", outcome: "error", tries: 99 })).toEqual({ kind: "again" })
  })

  it("goes back when the basket is paid otherwise, has changed, or its session has another amount", () => {
    expect(nextStep({ ...fresh, orderId: "o", paidOtherwise: true })).toEqual({ kind: "refund", reason: "paid_twice" })
    const second = { ...fresh, orderId: "o", completedOther: true, payment: captured }
    expect(nextStep(second)).toEqual({ kind: "refund", reason: "paid_twice" })
    for (const changed of [{ superseded: true }, { sessionAmount: undefined }, { sessionAmount: 101 }]) {
      expect(nextStep({ ...fresh, ...changed })).toEqual({ kind: "refund", reason: "basket_changed" })
    }
  })

  it("goes back when no order comes of it, sooner when the basket refuses than when something broke", () => {
    expect(nextStep({ ...fresh, outcome: "refused", tries: 1 })).toEqual({ kind: "again" })
    expect(nextStep({ ...fresh, outcome: "refused", tries: 2 })).toEqual({ kind: "refund", reason: "order_failed" })
    expect(nextStep({ ...fresh, outcome: "error", tries: 7 })).toEqual({ kind: "again" })
    expect(nextStep({ ...fresh, outcome: "error", tries: 8 })).toEqual({ kind: "refund", reason: "order_failed" })
  })

  it("goes back at once when completing has ended its session", () => {
    const ended = { ...fresh, outcome: "refused", superseded: true, sessionAmount: undefined } as const
    expect(nextStep(ended)).toEqual({ kind: "refund", reason: "order_failed" })
  })

  it("goes back at once when Medusa has called off the payment: a later order would stand on nothing", () => {
    const canceled = { ...fresh, payment: { captured: true, canceled: true } }
    expect(nextStep(canceled)).toEqual({ kind: "refund", reason: "order_failed" })
  })
})
