import { CODE_TRIES, judgeCash, judgeCode, StatedCash } from "./cash-proof"

const proof = { kind: "code", code: "0042" } as const

describe("cash that was taken", () => {
  it("closes the debt only when it is exactly what was due", () => {
    expect(judgeCash(120_000, { proof })).toEqual({ kind: "exact" })
    expect(judgeCash(120_000, { amount: 120_000, proof })).toEqual({ kind: "exact" })
    expect(judgeCash(120_000, { amount: 119_999, proof })).toEqual({ kind: "difference_missing" })
    expect(judgeCash(120_000, { amount: 130_000, proof })).toEqual({ kind: "difference_missing" })
    expect(judgeCash(120_000, { amount: 100_000, difference: "khách thiếu tiền lẻ", proof })).toEqual({
      kind: "differs",
      given: 100_000,
    })
  })

  it("names one kind of proof, or why there is none", () => {
    expect(StatedCash.safeParse({ proof }).success).toBe(true)
    expect(StatedCash.safeParse({ proof: { kind: "reference", reference: "COD 7781" } }).success).toBe(true)
    for (const wrong of [
      {},
      { proof: { kind: "none" } },
      { proof: { kind: "none", reason: "  " } },
      { proof: { kind: "code", code: "123" } },
      { proof: { kind: "code", code: "12a4" } },
      { proof, amount: 0 },
      { proof, amount: 10.5 },
    ]) {
      expect(StatedCash.safeParse(wrong).success).toBe(false)
    }
  })
})

describe("the buyer's code", () => {
  it("is right or wrong, and worth nothing once it was guessed at too often", () => {
    expect(judgeCode({ code: "0042", wrong: 0 }, "0042")).toBe("right")
    expect(judgeCode({ code: "0042", wrong: CODE_TRIES - 1 }, "0043")).toBe("code_wrong")
    expect(judgeCode({ code: "0042", wrong: CODE_TRIES }, "0042")).toBe("code_blocked")
  })
})
