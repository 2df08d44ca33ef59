import { readNotice } from "./notice"
import { payUrl } from "./pay-url"
import { mayNotify, VnpaySettings } from "./settings"
import { sign, signData } from "./sign"

const good = {
  ...{ tmnCode: "LANGNGHE", secrets: ["the new secret of VNPay"], payUrl: "https://pay.vnpay.vn/vpcpay.html" },
  ...{ apiUrl: "https://pay.vnpay.vn/api", returnUrl: "https://shop.vn/market/pay/vnpay/return" },
}

describe("the settings of a terminal", () => {
  it.each<[string, object]>([
    ["VNPAY_TMN_CODE must be set", { tmnCode: undefined }],
    ["VNPAY_TMN_CODE has 8 letters or digits", { tmnCode: "LANG-NGH" }],
    ["VNPAY_HASH_SECRET must be set", { secrets: [] }],
    ["VNPAY_HASH_SECRET is too short", { secrets: ["short"] }],
    ["VNPay has two secrets at most", { secrets: ["a", "b", "c"].map((one) => one.repeat(16)) }],
    ["VNPAY_HASH_SECRET_OLD is the same", { secrets: [...good.secrets, ...good.secrets] }],
    ["VNPAY_PAY_URL must be set", { payUrl: undefined }],
    ["VNPAY_PAY_URL is not an address", { payUrl: "pay.vnpay.vn" }],
    ["VNPAY_PAY_URL must begin with https", { payUrl: "http://pay.vnpay.vn/vpcpay.html" }],
    ["VNPAY_API_URL must begin with https", { apiUrl: "http://pay.vnpay.vn/api" }],
    ["VNPAY_IPN_IPS holds something", { ipnIps: ["113.52.45.78", "113.52.45.0/24"] }],
  ])("are refused with a sentence: %s", (sentence, wrong) => {
    const { error } = VnpaySettings.safeParse({ ...good, ...wrong })
    expect(error?.issues.map(({ message }) => message).join("; ")).toContain(sentence)
  })

  it("take this machine and the stand-in over http", () => {
    for (const apiUrl of [
      "http://localhost:9000/api",
      "http://127.0.0.1/x",
      "http://192.168.1.5:9000/demo/vnpay/api",
    ]) {
      expect(VnpaySettings.safeParse({ ...good, apiUrl }).success).toBe(true)
    }
  })

  it("let in notices from the named addresses only, however IPv6 writes them", () => {
    const named = VnpaySettings.parse({ ...good, ipnIps: ["::ffff:113.52.45.78", "2001:db8::1"] })
    expect(mayNotify(named, "::ffff:113.52.45.78")).toBe(true)
    expect(mayNotify(named, "113.52.45.78")).toBe(true)
    for (const other of ["113.52.45.79", "", undefined, "113.52.45.78, 1.1.1.1"])
      expect(mayNotify(named, other)).toBe(false)
    expect(mayNotify(VnpaySettings.parse(good), "1.1.1.1")).toBe(true)
  })

  it("rotate: the new secret signs, the old one is still believed, and not after it is taken out", () => {
    const old = "the old secret of VNPay"
    const both = VnpaySettings.parse({ ...good, secrets: [...good.secrets, old] })
    const asked = payUrl(both, {
      ...{ txnRef: "LN1", amount: "15000000", createDate: "20261124101500", expireDate: "20261124103000", info: "x" },
    })
    const { vnp_SecureHash, ...params } = Object.fromEntries(new URL(asked).searchParams)
    expect(vnp_SecureHash).toBe(sign(params, good.secrets[0] ?? ""))
    const told = { vnp_TmnCode: good.tmnCode, vnp_TxnRef: "LN1", vnp_Amount: "15000000" }
    const notice = `/?${signData(told)}&vnp_SecureHash=${sign(told, old)}`
    expect(readNotice(notice, both)).toMatchObject({ txnRef: "LN1", amount: 150_000 })
    expect(readNotice(notice, VnpaySettings.parse(good))).toBeUndefined()
  })
})
