import fc from "fast-check"
import { HashAlgorithm, ProductCode, VNPay } from "vnpay"
import { VnpaySettings } from "../../plugins/village-market/src/modules/gateway/vnpay/settings"

/**
 * npm `vnpay` 2.5.0, which shares no line with our code, must come to the same signatures over random payments. Where
 * it may not be trusted (reference/vnpay/SPEC.md §7) nothing is taken from it: the last tests say what it does there
 * and what we do, and fail should it change.
 */
export const SECRET = "RAOEXHYVSDDIIENYWSLDIIZTANXUXZFJ"
export const TMN = "2QXUI4J4"
export const HOST = "https://sandbox.vnpayment.vn"
export const PAGE = `${HOST}/paymentv2/vpcpay.html`
export const settings = VnpaySettings.parse({
  ...{
    tmnCode: TMN,
    secrets: [SECRET],
    payUrl: PAGE,
    returnUrl: "https://langnghe.example.vn/market/pay/vnpay/return",
  },
})
export const oracleAt = (queryDrAndRefundHost?: string) =>
  new VNPay({
    ...{ tmnCode: TMN, secureSecret: SECRET, vnpayHost: HOST, queryDrAndRefundHost },
    ...{ hashAlgorithm: HashAlgorithm.SHA512, enableLog: false, vnp_OrderType: ProductCode.Other },
  })

export const dong = fc.integer({ min: 1, max: 9_999_999_999 })
export const ref = fc.stringMatching(/^LN[0-9A-F]{10,40}$/)
export const when = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2090-01-01T00:00:00Z"),
  noInvalidDate: true,
})
export const ip = fc.oneof(fc.ipV4(), fc.ipV6())
export const text = fc.string({ unit: "grapheme", maxLength: 80 })
/** What VNPay's notices carry beyond ASCII; `*` apart, which the oracle's encoder leaves alone and PHP's does not. */
export const told = text.map((value) => value.replaceAll("*", ""))

/** Another digit or letter of the same kind at one place. */
export function shifted(value: string, by: number): string {
  const at = by % value.length
  const digit = Number.parseInt(value[at] ?? "", 16)
  return `${value.slice(0, at)}${((Number.isNaN(digit) ? 0 : digit) + 1) % 10}${value.slice(at + 1)}`
}
