import { webcrypto } from "node:crypto"

/**
 * The stand-in's own way to VNPay's checksum: WHATWG form encoding and WebCrypto, sharing nothing with the shop's, so
 * that a mistake there shows as a refused payment here. (The form encoding leaves `*` alone, PHP does not.)
 */
export async function checksum(params: URLSearchParams, secret: string): Promise<string> {
  const signed = new URLSearchParams()
  for (const [name, value] of params) {
    if (name.startsWith("vnp_") && !name.startsWith("vnp_SecureHash") && value.length > 0) signed.append(name, value)
  }
  signed.sort()
  return hmacHex(signed.toString().replaceAll("*", "%2A"), secret)
}

/** HMAC of a text in lower-case hexadecimal; VNPay's hash is SHA-512, SePay's SHA-256. */
export async function hmacHex(data: string, secret: string, hash: "SHA-512" | "SHA-256" = "SHA-512"): Promise<string> {
  const text = new TextEncoder()
  const key = await webcrypto.subtle.importKey("raw", text.encode(secret), { name: "HMAC", hash }, false, ["sign"])
  const mac = await webcrypto.subtle.sign("HMAC", key, text.encode(data))
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
