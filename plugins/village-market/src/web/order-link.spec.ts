import { isOrderKey, orderKey, orderPath } from "./order-link"

const shop = { encryptionKey: "a".repeat(64) }

describe("the link by which a guest opens an order again", () => {
  it("opens this order and no other", () => {
    expect(isOrderKey(shop, "order_1", orderKey(shop, "order_1"))).toBe(true)
    expect(isOrderKey(shop, "order_2", orderKey(shop, "order_1"))).toBe(false)
    expect(orderPath(shop, "order_1")).toMatch(/^\/market\/orders\/order_1\?key=[\w-]{27}$/)
  })

  it("is refused when missing, short, doubled or of another shop", () => {
    for (const key of [undefined, "", "x", ["a", "b"], orderKey({ encryptionKey: "b".repeat(64) }, "order_1")])
      expect(isOrderKey(shop, "order_1", key)).toBe(false)
  })
})
