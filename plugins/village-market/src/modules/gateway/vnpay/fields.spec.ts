import { plainAddress } from "./address"
import { vnpayAmount } from "./amount"
import { fromVnpayTime, vnpayTime } from "./clock"
import { orderInfo } from "./order-info"

describe("fields of a payment URL", () => {
  it("writes times at UTC+7, whatever the server's zone", () => {
    expect(vnpayTime(new Date("2026-10-04T02:30:00Z"))).toBe("20261004093000")
    expect(vnpayTime(new Date("2026-12-31T17:00:00.999Z"))).toBe("20270101000000")
    expect(fromVnpayTime("20261004093000")?.toISOString()).toBe("2026-10-04T02:30:00.000Z")
    expect(fromVnpayTime("2026100409300")).toBeUndefined()
    expect(fromVnpayTime("20261399093000")).toBeUndefined()
  })

  it("writes whole đồng times 100 and nothing else", () => {
    expect(vnpayAmount(150_000)).toBe("15000000")
    expect(vnpayAmount(9_999_999_999)).toBe("999999999900")
    for (const bad of [0, -1, 0.5, 150_000.7, 10_000_000_000, Number.NaN]) expect(vnpayAmount(bad)).toBeUndefined()
  })

  it("takes diacritics and special characters out of the order's text", () => {
    expect(orderInfo("Gốm Bồ Bát & “Đũi” Nam Cao: đơn #12*~")).toBe("Gom Bo Bat Dui Nam Cao: don 12")
    expect(orderInfo("漢字")).toBe("Thanh toan")
    expect(orderInfo("a".repeat(300))).toHaveLength(255)
  })

  it("writes the payer's address without its IPv6 wrapping", () => {
    expect(plainAddress("::ffff:203.0.113.7")).toBe("203.0.113.7")
    expect(plainAddress("2001:db8::1")).toBe("2001:db8::1")
    for (const none of [undefined, "", "unknown", "1.2.3.4&vnp_Amount=1"]) expect(plainAddress(none)).toBe("")
  })
})
