import { z } from "@medusajs/framework/zod"

/** One terminal at VNPay. The addresses are given by VNPay at go-live and differ between sandbox and production. */
export const VnpaySettings = z.object({
  tmnCode: z.string().regex(/^[A-Za-z0-9]{8}$/, "VNPAY_TMN_CODE has 8 letters or digits"),
  /** The first signs; the second still verifies while VNPay changes from one to the other. */
  secrets: z.array(z.string().min(16, "VNPAY_HASH_SECRET is too short")).min(1).max(2),
  payUrl: z.string("VNPAY_PAY_URL must be set, as VNPay gave it").url(),
  /** Queries and refunds, server to server. */
  apiUrl: z.string().url().optional(),
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
  ipnIps: z.array(z.string()).default([]),
})
export type VnpaySettings = z.infer<typeof VnpaySettings>
