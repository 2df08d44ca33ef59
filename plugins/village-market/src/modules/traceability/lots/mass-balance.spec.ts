import fc from "fast-check"
import { balance } from "./mass-balance"

const kg = (quantity: number) => ({ quantity, unit: "kg" })

describe("mass balance", () => {
  it("lets 56 kg of rice come of 80 kg of paddy at 0.7, and no gram more", () => {
    expect(balance([kg(80)], [kg(56)], 0.7)).toMatchObject({ ok: true, input: 80, output: 56, most: 56, over: false })
    expect(balance([kg(80)], [kg(56.001)], 0.7)).toMatchObject({ over: true })
  })

  it("counts packs by what they hold", () => {
    expect(balance([{ quantity: 1, unit: "tạ" }], [{ quantity: 14, unit: "túi 5kg" }], 0.7)).toMatchObject({
      most_in_unit: 14,
      over: false,
    })
    expect(balance([{ quantity: 1, unit: "tạ" }], [{ quantity: 15, unit: "túi 5kg" }], 0.7)).toMatchObject({
      over: true,
    })
  })

  it("adds up rice and bran that come of one milling", () => {
    expect(balance([kg(100)], [kg(68), { quantity: 10, unit: "kg" }], 0.7)).toMatchObject({ output: 78, over: true })
  })

  it("needs a yield where the kind changes, and weighs what is of the first input's kind", () => {
    const clay = [kg(100), { quantity: 2, unit: "lít" }]
    const pots = [{ quantity: 80, unit: "cái" }]
    expect(balance(clay, pots, null)).toEqual({ ok: false, why: "yield_needed" })
    expect(balance(clay, pots, 0.8)).toMatchObject({ input: 100, most: 80, over: false })
  })

  it("refuses kilograms and litres in one output, and nothing at all", () => {
    expect(balance([kg(1)], [kg(1), { quantity: 1, unit: "lít" }], 1)).toEqual({ ok: false, why: "mixed_outputs" })
    expect(balance([], [kg(1)], 1)).toEqual({ ok: false, why: "nothing" })
  })

  const amount = fc
    .record({ n: fc.integer({ min: 1, max: 9_999_999 }), unit: fc.constantFrom("g", "kg", "tạ", "hộp 400g") })
    .map(({ n, unit }) => ({ quantity: n / 1000, unit }))
  const amounts = fc.array(amount, { minLength: 1, maxLength: 6 })

  it("never lets more out than went in without a yield above one, however it is divided", () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 1, max: 1_000_000 }), (inputs, outputs, millionths) => {
        const found = balance(inputs, outputs, millionths / 1_000_000)
        if (!found.ok) throw new Error(found.why)
        if (!found.over) expect(found.output).toBeLessThanOrEqual(found.input)
        const alone = balance(inputs, inputs, null)
        expect(alone.ok && alone.over).toBe(false)
      }),
    )
  })
})
