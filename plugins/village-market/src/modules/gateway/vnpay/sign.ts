import { createHmac, timingSafeEqual } from "node:crypto"

/** Parameters named `vnp_…`, decoded. */
export type VnpayParams = Record<string, string>

const UNSIGNED = new Set(["vnp_SecureHash", "vnp_SecureHashType"])
const HASH = /^[0-9a-f]{128}$/i

/** PHP's `urlencode`, by which VNPay signs: a space is `+`, everything but letters, digits and `-_.` becomes %XX. */
export const phpUrlencode = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, "+")

/** The text that is signed, and that stands in the URL before the signature: no empty values, keys in byte order. */
export const signData = (params: VnpayParams) =>
  Object.entries(params)
    .filter(([key, value]) => value !== "" && !UNSIGNED.has(key))
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([key, value]) => `${phpUrlencode(key)}=${phpUrlencode(value)}`)
    .join("&")

/** HMAC-SHA512 in lower-case hexadecimal (VNPay PAY 2.1.0). */
export const sign = (params: VnpayParams, secret: string) =>
  createHmac("sha512", secret).update(signData(params)).digest("hex")

/**
 * Whether one of our secrets made the signature; two are valid while VNPay changes from one to the next.
 * A missing or malformed signature is a wrong one. Compares in constant time.
 */
export function isSigned(params: VnpayParams, secrets: readonly string[]): boolean {
  const given = params.vnp_SecureHash ?? ""
  if (!HASH.test(given)) return false
  const bytes = Buffer.from(given, "hex")
  return secrets.filter((secret) => timingSafeEqual(Buffer.from(sign(params, secret), "hex"), bytes)).length > 0
}
