import { planChange } from "./plan-change"

const milling = (quantity: number, more: Partial<Parameters<typeof planChange>[0]> = {}) =>
  planChange({
    inputs: [{ quantity: 80, unit: "kg" }],
    outputs: [{ quantity, unit: "kg" }],
    ...{ declared: null, suggested: 0.7, reason: null, reason_text: null, ...more },
  })

describe("a change of lots", () => {
  it("passes within the usual yield", () => {
    expect(milling(56)).toMatchObject({ ok: true, yield: 0.7, unusual: false })
  })
  it("passes above it with a reason, and is marked then", () => {
    expect(milling(57)).toMatchObject({ ok: false, why: "reason_needed", balance: { most: 56 } })
    expect(milling(57, { reason: "weighing" })).toMatchObject({ ok: true, unusual: true })
  })
  it("cannot be hidden by a higher yield of the household's own", () => {
    expect(milling(57, { declared: 0.8 })).toMatchObject({ ok: false, why: "reason_needed" })
    expect(milling(57, { declared: 0.8, reason: "better_yield" })).toMatchObject({
      ok: true,
      yield: 0.8,
      unusual: true,
    })
  })
  it("takes a lower one as said", () => {
    expect(milling(50, { declared: 0.6 })).toMatchObject({ ok: false, why: "reason_needed", balance: { most: 48 } })
    expect(milling(48, { declared: 0.6 })).toMatchObject({ ok: true, unusual: false })
  })
  it("wants words for the reason that is none of the list", () => {
    expect(milling(57, { reason: "other" })).toMatchObject({ ok: false, why: "reason_text_needed" })
    expect(milling(57, { reason: "other", reason_text: "Thóc ướt mưa" })).toMatchObject({ ok: true, unusual: true })
  })
  it("of another kind needs the household's figure, which alone is not unusual", () => {
    const pots = { outputs: [{ quantity: 60, unit: "cái" }], suggested: null }
    expect(milling(0, pots)).toEqual({ ok: false, why: "yield_needed" })
    expect(milling(0, { ...pots, declared: 0.8 })).toMatchObject({ ok: true, unusual: false })
  })
})
