import { epcisQuantity } from "./epcis-quantity"

describe("an amount in EPCIS", () => {
  it.each([
    ["kg", { quantity: 2.5, uom: "KGM" }],
    ["Lít", { quantity: 2.5, uom: "LTR" }],
    ["hộp 300g", { quantity: 2.5 }],
    ["cái", { quantity: 2.5 }],
  ])("of %s", (unit, expected) => {
    expect(epcisQuantity(2.5, unit)).toEqual(expected)
  })
})
