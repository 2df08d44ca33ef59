import { findVerdict } from "./find-verdict"

describe("the verdict on a request to Medusa's own routes", () => {
  it("is the word's before the parameter's", () => {
    expect(findVerdict("POST", "/admin/orders/export")?.kind).toBe("passes")
    expect(findVerdict("POST", "/admin/orders/order_1")?.kind).toBe("ours")
    expect(findVerdict("POST", "/admin/products/imports")?.kind).toBe("ours")
  })

  it("is found however the address is written, as Express does", () => {
    for (const path of [
      "/admin/orders/order_1/cancel",
      "/ADMIN/Orders/order_1/CANCEL",
      "/admin/orders/order_1/cancel/",
    ])
      expect(findVerdict("POST", path)?.kind).toBe("ours")
  })

  it("is none for a read, for an address of ours, and for a longer one", () => {
    expect(findVerdict("GET", "/admin/orders/order_1")).toBeUndefined()
    expect(findVerdict("POST", "/admin/producers/p/approve")).toBeUndefined()
    expect(findVerdict("POST", "/admin/orders/order_1/cancel/more")).toBeUndefined()
  })
})
