import { z } from "@medusajs/framework/zod"
import { plainAddress } from "./address"

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

/** What is sent there is signed, but names buyers' payments: https, except on this machine and to the stand-in. */
const isSafe = (address: string) => {
  const { protocol, hostname, pathname } = new URL(address)
  return protocol === "https:" || LOOPBACK.includes(hostname) || pathname.startsWith("/demo/vnpay/")
}
const address = (name: string) =>
  z
    .string(`${name} must be set, as VNPay gave it`)
    .url(`${name} is not an address`)
    .refine((url) => !URL.canParse(url) || isSafe(url), `${name} must begin with https://`)

/** One terminal at VNPay. The addresses are given by VNPay at go-live and differ between sandbox and production. */
export const VnpaySettings = z.object({
  tmnCode: z.string("VNPAY_TMN_CODE must be set").regex(/^[A-Za-z0-9]{8}$/, "VNPAY_TMN_CODE has 8 letters or digits"),
  /** The first signs; the second still verifies while VNPay changes from one to the other. */
  secrets: z
    .array(z.string().min(16, "VNPAY_HASH_SECRET is too short"))
    .min(1, "VNPAY_HASH_SECRET must be set")
    .max(2, "VNPay has two secrets at most: VNPAY_HASH_SECRET and VNPAY_HASH_SECRET_OLD")
    .refine((secrets) => new Set(secrets).size === secrets.length, "VNPAY_HASH_SECRET_OLD is the same as the new one"),
  payUrl: address("VNPAY_PAY_URL"),
  /** Queries and refunds, server to server. */
  apiUrl: address("VNPAY_API_URL").optional(),
  /** How long an answer from there is waited for. */
  apiTimeoutMs: z.coerce.number().int().positive().default(15_000),
  /**
   * How long after sending a refund VNPay may still be about to carry it out. Only when a look-up later than this
   * finds no refund is it sent again. VNPay refuses repeated requests within 5 minutes.
   */
  refundDoubtSeconds: z.coerce.number().int().positive().default(300),
  /** Where VNPay sends the buyer's browser back to. */
  returnUrl: z.string().url().min(10).max(255),
  /** If not empty, only these addresses may send payment notices; the signature is checked all the same. */
  ipnIps: z
    .array(
      z
        .string()
        .refine((ip) => plainAddress(ip) !== "", "VNPAY_IPN_IPS holds something that is no IP address")
        .transform((ip) => plainAddress(ip)),
    )
    .default([]),
})
export type VnpaySettings = z.infer<typeof VnpaySettings>

/** Whether a notice may come from there: from everywhere, unless VNPay's addresses are named. */
export const mayNotify = ({ ipnIps }: Pick<VnpaySettings, "ipnIps">, ip: string | undefined) =>
  ipnIps.length === 0 || ipnIps.includes(plainAddress(ip))
