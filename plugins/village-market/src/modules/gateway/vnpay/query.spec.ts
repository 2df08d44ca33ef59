import { readVnpayQuery } from "./query"

describe("the query of a notice", () => {
  it("decodes what VNPay sends and leaves other parameters alone", () => {
    expect(readVnpayQuery("/hooks/vnpay/ipn?vnp_OrderInfo=a+b%2Bc&vnp_Empty=&vnp_Bare&lang=vi")).toEqual({
      vnp_OrderInfo: "a b+c",
      vnp_Empty: "",
      vnp_Bare: "",
    })
    expect(readVnpayQuery("/hooks/vnpay/ipn")).toEqual({})
  })

  it("refuses a key given twice, also when written in two ways", () => {
    expect(readVnpayQuery("/?vnp_Amount=1&vnp_Amount=1")).toBeUndefined()
    expect(readVnpayQuery("/?vnp_Amount=1&vnp%5FAmount=2")).toBeUndefined()
    expect(readVnpayQuery("/?lang=vi&lang=en")).toBeUndefined()
  })

  it("refuses broken encoding and endless queries", () => {
    expect(readVnpayQuery("/?vnp_Amount=%E0%A4")).toBeUndefined()
    expect(readVnpayQuery(`/?vnp_Amount=${"1".repeat(9000)}`)).toBeUndefined()
  })
})
