import { createHmac, timingSafeEqual } from "node:crypto"
import { z } from "@medusajs/framework/zod"

/** A notice may be five minutes older or newer than our clock. */
export const MAX_DRIFT_SECONDS = 300

const SIGNATURE = /^sha256=([0-9a-f]{64})$/
const TIMESTAMP = /^[1-9]\d{8,10}$/

/** HMAC-SHA256 over timestamp, a dot and the body as it came over the wire, in lower-case hexadecimal (SePay). */
export const sepaySignature = (secret: string, timestamp: string, rawBody: Buffer | string) =>
  createHmac("sha256", secret).update(`${timestamp}.`).update(rawBody).digest("hex")

export type SepayHeaders = { timestamp: unknown; signature: unknown }

/**
 * Whether one of our secrets signed the body just now; two are valid while SePay changes from one to the next. A
 * missing or malformed header is a wrong one. Compares in constant time. `now` in seconds.
 */
export function isSepay(headers: SepayHeaders, rawBody: Buffer, secrets: readonly string[], now: number): boolean {
  const { timestamp, signature } = headers
  if (typeof timestamp !== "string" || typeof signature !== "string" || !TIMESTAMP.test(timestamp)) return false
  const given = SIGNATURE.exec(signature)?.[1]
  if (!given || Math.abs(now - Number(timestamp)) > MAX_DRIFT_SECONDS) return false
  const bytes = Buffer.from(given, "hex")
  const right = (secret: string) =>
    timingSafeEqual(Buffer.from(sepaySignature(secret, timestamp, rawBody), "hex"), bytes)
  return secrets.filter(right).length > 0
}

/** SePay's body, of which only this is used. `transactionDate` is on Vietnam's clock. */
export const SepayBody = z.object({
  id: z.number().int().positive().safe(),
  gateway: z.string().max(200).nullish(),
  transactionDate: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
  accountNumber: z.string().max(64),
  subAccount: z.string().max(64).nullish(),
  content: z
    .string()
    .max(2000)
    .regex(/^[^\0]*$/)
    .nullish(),
  transferType: z.enum(["in", "out"]),
  transferAmount: z.number().int().positive().max(1e12),
  referenceCode: z.string().max(200).nullish(),
})
export type SepayBody = z.infer<typeof SepayBody>

/** The time of a SePay notice; undefined for a day that does not exist. */
export function sepayTime(written: string): Date | undefined {
  const time = new Date(`${written.replace(" ", "T")}+07:00`)
  return Number.isNaN(time.getTime()) ? undefined : time
}
