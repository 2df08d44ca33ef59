import { chooseVsic } from "./choose-vsic"

describe("chooseVsic", () => {
  it("takes the village's class when it belongs on the shelf", () => {
    expect(chooseVsic(["2393", "2392"], ["1391", "2392"])).toBe("2392")
  })

  it("takes a village's finer class below the shelf's", () => {
    expect(chooseVsic(["239"], ["23931"])).toBe("23931")
  })

  it("falls back to the shelf's usual class", () => {
    expect(chooseVsic(["1391", "1392"], ["2393"])).toBe("1391")
    expect(chooseVsic(["1391"], [])).toBe("1391")
  })

  it("knows nothing for a shelf without classes", () => {
    expect(chooseVsic([], ["2393"])).toBeUndefined()
  })
})
