import { redactUrl } from "./redact-url"

describe("an address in the log", () => {
  it("of a gateway's notice or return shows that there was a query, and nothing of it", () => {
    for (const path of ["/hooks/vnpay/ipn", "/hooks/vnpay/ipn/", "/market/pay/vnpay/return", "/demo/vnpay/pay"]) {
      expect(redactUrl(`${path}?vnp_Amount=1&vnp_SecureHash=ab`)).toBe(`${path}?[hidden]`)
      expect(redactUrl(`https://shop.vn${path}?vnp%5FSecureHash=ab`)).toBe(`https://shop.vn${path}?[hidden]`)
    }
    expect(redactUrl("/hooks/vnpay/ipn")).toBe("/hooks/vnpay/ipn")
  })

  it("keeps its query but for keys, tokens and signatures, however they are written", () => {
    expect(redactUrl("/market/orders/o1?key=abc&lang=vi")).toBe("/market/orders/o1?key=[hidden]&lang=vi")
    expect(redactUrl("/x?a=1&%6Bey=abc")).toBe("/x?a=1&%6Bey=[hidden]")
    expect(redactUrl("/x?vnp_SecureHash=ab&%E0%A4=1")).toBe("/x?vnp_SecureHash=[hidden]&%E0%A4=[hidden]")
    expect(redactUrl("/market?q=gốm&page=2")).toBe("/market?q=gốm&page=2")
    expect(redactUrl(`/x?q=${"a".repeat(2000)}`)).toBe("/x?q=[hidden]")
  })

  it("shows no password", () => {
    expect(redactUrl("https://lan:secret@shop.vn/x")).toBe("https://[hidden]@shop.vn/x")
  })
})
