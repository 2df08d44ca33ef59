import { maskTaxCode, ownerOfTaxCode, readTaxCode } from "./tax-code"

describe("tax codes", () => {
  it.each([
    ["0100109106", "0100109106"],
    ["0100 109 106", "0100109106"],
    ["0100109106-001", "0100109106001"],
    ["0300588569", "0300588569"],
    ["037185001234", "037185001234"],
  ])("reads %s", (typed, code) => expect(readTaxCode(typed)).toEqual({ ok: true, code }))

  it.each([
    ["0100109107", "tax_checksum"],
    ["0100109107-001", "tax_checksum"],
    ["1000109106", "tax_checksum"],
    ["", "tax_shape"],
    ["12345", "tax_shape"],
    ["01001091060", "tax_shape"],
    ["000185001234", "tax_shape"],
    ["097185001234", "tax_shape"],
    ["01001O9106", "tax_shape"],
  ])("refuses %p: %s", (typed, why) => expect(readTaxCode(typed)).toEqual({ ok: false, why }))

  it("knows the owner behind a branch", () => {
    expect(ownerOfTaxCode("0100109106001")).toBe("0100109106")
    expect(ownerOfTaxCode("037185001234")).toBe("037185001234")
  })

  it("shows three digits", () => {
    expect(maskTaxCode("0100109106")).toBe("•••••••106")
  })
})
