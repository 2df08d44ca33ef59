import { isSigned, phpUrlencode, sign, signData } from "./sign"

const params = { vnp_TxnRef: "LN1", vnp_Amount: "15000000", vnp_OrderInfo: "Thanh toan 1001", vnp_BankCode: "" }

describe("VNPay signatures", () => {
  it("encodes as PHP does", () => {
    expect(phpUrlencode("a b+c!'()*~-_.é/:")).toBe("a+b%2Bc%21%27%28%29%2A%7E-_.%C3%A9%2F%3A")
  })

  it("signs the keys in byte order, without empty values and without the signature itself", () => {
    const signed = { ...params, vnp_SecureHash: "x", vnp_SecureHashType: "SHA512" }
    expect(signData(signed)).toBe("vnp_Amount=15000000&vnp_OrderInfo=Thanh+toan+1001&vnp_TxnRef=LN1")
    expect(signData({ vnp_a: "1", vnp_B: "2", vnp_Aa: "3" })).toBe("vnp_Aa=3&vnp_B=2&vnp_a=1")
  })

  it("accepts the old and the new secret during a change, and no other", () => {
    const signed = { ...params, vnp_SecureHash: sign(params, "old") }
    expect(isSigned(signed, ["new", "old"])).toBe(true)
    expect(isSigned(signed, ["new"])).toBe(false)
    expect(isSigned({ ...signed, vnp_Amount: "15000001" }, ["old"])).toBe(false)
    expect(isSigned({ ...signed, vnp_SecureHash: signed.vnp_SecureHash.toUpperCase() }, ["old"])).toBe(true)
  })

  it("takes a missing, short or strange signature for a wrong one", () => {
    expect(isSigned(params, ["old"])).toBe(false)
    for (const vnp_SecureHash of ["", "ab", "g".repeat(128), `${sign(params, "old")}00`]) {
      expect(isSigned({ ...params, vnp_SecureHash }, ["old"])).toBe(false)
    }
  })
})
