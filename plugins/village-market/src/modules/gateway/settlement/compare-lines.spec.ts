import { describe, expect, it } from "@jest/globals"
import { daysOf, judgeLines, lineKey, missingThere, type OurBooks } from "./compare-lines"
import type { SettlementLine } from "./read-lines"

const line = (changes: Partial<SettlementLine>): SettlementLine => ({
  ...{ line: 2, kind: "payment", txnRef: "LN1", transactionNo: "11", amount: 1000, fee: 11 },
  ...{ day: "2026-11-24", at: new Date("2026-11-24T03:00:00Z"), status: "done" },
  ...changes,
})
const payment = (changes = {}) => ({
  txnRef: "LN1",
  amount: 1000,
  captured: true,
  transactionNo: "11",
  day: "2026-11-24",
  ...changes,
})
const refund = (changes = {}) => ({
  txnRef: "LN1",
  amount: 400,
  confirmed: true,
  transactionNo: "21",
  day: "2026-11-24",
  ...changes,
})
const books = (changes: Partial<OurBooks> = {}): OurBooks => ({
  payments: [payment()],
  refunds: [refund()],
  ...changes,
})
const verdict = (changes: Partial<SettlementLine>, ours = books()) => judgeLines([line(changes)], ours)[0]?.verdict
const back = { kind: "refund", transactionNo: "21", amount: 400 } as const

describe("a gateway's file against our books", () => {
  it.each<[string, Partial<SettlementLine>, OurBooks, string]>([
    ["the same", {}, books(), "match"],
    ["unknown to us", { txnRef: "LN9" }, books(), "missing_here"],
    ["unknown to us and failed there", { txnRef: "LN9", status: "failed" }, books(), "match"],
    ["one đồng more there", { amount: 1001 }, books(), "amount"],
    ["paid there, not here", {}, books({ payments: [payment({ captured: false, transactionNo: null })] }), "status"],
    ["failed there, paid here", { status: "failed" }, books(), "status"],
    ["unclear there, paid here", { status: "other" }, books(), "status"],
    ["paid a second time there", { transactionNo: "12" }, books(), "missing_here"],
    ["failed at first there", { transactionNo: "10", status: "failed" }, books(), "match"],
    ["a refund, the same", back, books(), "match"],
    ["a refund by reference and amount", { ...back, transactionNo: "" }, books(), "match"],
    ["a refund of one đồng less", { ...back, amount: 399 }, books(), "amount"],
    ["a refund we do not know of", { ...back, transactionNo: "22", amount: 400 }, books(), "missing_here"],
    ["a refund we hold for refused", back, books({ refunds: [refund({ confirmed: false })] }), "status"],
    ["a refund that failed there", { ...back, status: "failed" }, books(), "status"],
  ])("%s", (_, changes, ours, expected) => expect(verdict(changes, ours)).toBe(expected))

  it("each refund of ours answers one line", () => {
    const twice = [line({ ...back, transactionNo: "" }), line({ ...back, transactionNo: "" })]
    expect(judgeLines(twice, books()).map((one) => one.verdict)).toEqual(["match", "missing_here"])
  })

  it("finds what the files of those days do not have", () => {
    const ours = books({
      payments: [
        payment(),
        payment({ txnRef: "LN2" }),
        payment({ txnRef: "LN3", day: "2026-11-25" }),
        payment({ txnRef: "LN4", captured: false }),
      ],
      refunds: [refund(), refund({ transactionNo: "22" }), refund({ transactionNo: null, amount: 7 })],
    })
    const known = [line({}), line(back), line({ kind: "refund", transactionNo: "", amount: 7 })]
    const missing = missingThere(known, ours, { from: "2026-11-23", to: "2026-11-24" })
    expect(missing.payments.map(({ txnRef }) => txnRef)).toEqual(["LN2"])
    expect(missing.refunds.map(({ transactionNo }) => transactionNo)).toEqual(["22"])
  })

  it("knows its days, and a transaction again in another file", () => {
    expect(daysOf([])).toBeUndefined()
    expect(daysOf([line({ day: "2026-11-25" }), line({})])).toEqual({ from: "2026-11-24", to: "2026-11-25" })
    expect(lineKey(line({}))).toBe(lineKey(line({ line: 9, amount: 5 })))
    expect(lineKey(line({ transactionNo: "" }))).not.toBe(lineKey(line({ transactionNo: "", amount: 5 })))
  })
})
