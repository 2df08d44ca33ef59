import { matchTransfer, type NamedAttempt } from "./match-transfer"

const OURS = "19001234567"
const IN_TIME = new Date("2026-11-24T08:00:00Z")
const LATE = new Date("2026-11-25T08:00:01Z")
const transfer = { direction: "in" as const, account: OURS, amount: 150_000, booked_at: IN_TIME }
const attempt: NamedAttempt = {
  txn_ref: "LN222222222",
  amount: 150_000,
  state: "pending",
  superseded_at: null,
  expires_at: new Date("2026-11-25T08:00:00Z"),
  orderOpen: true,
}
const found = (change: object, named = [attempt], references = named.length) =>
  matchTransfer({ ...transfer, ...change }, OURS, references, named)
const reasonFor = (change: Partial<NamedAttempt>, of: object = {}) => found(of, [{ ...attempt, ...change }])

describe("what a movement on an account is", () => {
  it("is a payment when account, amount, reference and time are right and it is the first", () => {
    expect(found({})).toEqual({ kind: "capture", txn_ref: attempt.txn_ref })
    expect(found({ booked_at: attempt.expires_at })).toMatchObject({ kind: "capture" })
    expect(reasonFor({ expires_at: null }, { booked_at: LATE })).toMatchObject({ kind: "capture" })
  })

  it("is not the shop's when money went out, or to another account without a reference of ours", () => {
    expect(found({ direction: "out" })).toEqual({ kind: "not_ours", reason: "outgoing" })
    expect(found({ account: "0123499999" }, [])).toEqual({ kind: "not_ours", reason: "other_account" })
    expect(found({ account: "0123499999" }, [], 1)).toMatchObject({ kind: "not_ours" })
  })

  it("is looked at when a reference of ours is paid on another account", () => {
    const review = { kind: "review", reason: "other_account" }
    expect(found({ account: "0123499999" })).toEqual({ ...review, txn_ref: attempt.txn_ref })
    const two = [attempt, { ...attempt, txn_ref: "LN333333333" }]
    expect(found({ account: "0123499999" }, two)).toEqual(review)
    expect(found({ account: "0123499999", direction: "out" })).toMatchObject({ kind: "not_ours" })
  })

  it("is looked at when it names nothing, something unknown, or two things", () => {
    expect(found({}, [])).toEqual({ kind: "review", reason: "no_reference" })
    expect(found({}, [], 1)).toEqual({ kind: "review", reason: "unknown_reference" })
    expect(found({}, [attempt, { ...attempt, txn_ref: "LN333333333" }])).toMatchObject({ reason: "several_references" })
  })

  it("is looked at by one đồng less or more", () => {
    expect(found({ amount: 149_999 })).toMatchObject({ kind: "review", reason: "less", txn_ref: attempt.txn_ref })
    expect(found({ amount: 150_001 })).toMatchObject({ kind: "review", reason: "more" })
  })

  it("is looked at when it comes late, twice, or for an order that no longer waits", () => {
    expect(found({ booked_at: LATE })).toMatchObject({ reason: "late" })
    expect(reasonFor({ state: "captured" })).toMatchObject({ reason: "second" })
    expect(reasonFor({ state: "captured" }, { booked_at: LATE })).toMatchObject({ reason: "second" })
    expect(reasonFor({ state: "failed" })).toMatchObject({ reason: "order_gone" })
    expect(reasonFor({ superseded_at: IN_TIME })).toMatchObject({ reason: "order_gone" })
    expect(reasonFor({ orderOpen: false })).toMatchObject({ reason: "order_gone" })
  })
})
