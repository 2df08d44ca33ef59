import { describe, expect, it } from "@jest/globals"
import { describeOrphan, type OrphanFacts } from "./describe-orphan"

const at = new Date("2026-11-24T07:00:00Z")
const open: OrphanFacts = { completion: "open", superseded: false, tries: 0, lastError: null, nextTryAt: at }
const back: OrphanFacts = {
  completion: "refund_due",
  superseded: true,
  tries: 1,
  lastError: "paid_twice",
  nextTryAt: null,
}
type Last = NonNullable<NonNullable<OrphanFacts["due"]>["last"]>
const sent = (state: Last["state"], nextTryAt: Date | null): OrphanFacts => ({
  ...back,
  due: { byGateway: true, last: { state, reason: null, nextTryAt } },
})

describe("money without a place", () => {
  it("is being settled, or fails to, or came for a basket that has changed", () => {
    expect(describeOrphan(open)).toEqual({ why: "settling", reason: null, next: "settle", at })
    expect(describeOrphan({ ...open, tries: 3, lastError: "lock" })).toMatchObject({ why: "settling_fails", at })
    expect(describeOrphan({ ...open, superseded: true })).toMatchObject({ why: "superseded", next: "settle" })
  })

  it.each([
    ["not sent yet", { ...back, due: { byGateway: true } }, "send_refund", null],
    ["sent, no answer", sent("intended", at), "ask_refund", at],
    ["in doubt", sent("unknown", at), "ask_refund", at],
    ["confirmed, not booked", sent("confirmed", at), "book_refund", at],
    ["refused, tried again by itself", sent("refused", at), "send_refund", at],
    ["refused for good", sent("refused", null), "decide", null],
    ["without a gateway", { ...back, due: { byGateway: false } }, "by_hand", null],
    ["without a debt yet", back, "by_hand", null],
  ])("goes back: %s", (_, facts, next, when) => {
    expect(describeOrphan(facts)).toEqual({ why: "going_back", reason: "paid_twice", next, at: when })
  })
})
