import { createHmac, timingSafeEqual } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { VnpaySettings } from "./settings"

/** A message of VNPay's query and refund interface, names with their `vnp_`. */
export type ApiMessage = Record<string, string>

const REQUEST = ["RequestId", "Version", "Command", "TmnCode"]
const RESPONSE = [
  ...["ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate"],
  ...["TransactionNo", "TransactionType", "TransactionStatus", "OrderInfo"],
]

/** What is signed of each message and in which order (VNPay querydr & refund 2.1.0); what is absent counts as empty. */
export const SIGNED_FIELDS = {
  querydr: {
    request: [...REQUEST, "TxnRef", "TransactionDate", "CreateDate", "IpAddr", "OrderInfo"],
    response: [...RESPONSE, "PromotionCode", "PromotionAmount"],
  },
  refund: {
    request: [
      ...[...REQUEST, "TransactionType", "TxnRef", "Amount", "TransactionNo", "TransactionDate", "CreateBy"],
      ...["CreateDate", "IpAddr", "OrderInfo"],
    ],
    response: RESPONSE,
  },
} as const
export type ApiCommand = keyof typeof SIGNED_FIELDS

/** The text that is signed: the values joined by `|`, not URL-encoded (unlike payment addresses and notices). */
export const pipeData = (message: ApiMessage, fields: readonly string[]) =>
  fields.map((field) => message[`vnp_${field}`] ?? "").join("|")

/** HMAC-SHA512 of `pipeData` in lower-case hexadecimal. */
export const pipeSign = (message: ApiMessage, fields: readonly string[], secret: string) =>
  createHmac("sha512", secret).update(pipeData(message, fields)).digest("hex")

/** VNPay writes numbers as text, some of its servers as numbers; anything deeper is no answer of VNPay's. */
const Body = z.record(z.string(), z.union([z.string(), z.number().int().transform(String), z.null()]))

/**
 * Reads the answer to one of our requests. Undefined unless one of our secrets signed it, for our terminal and this
 * command: whatever else it says, an unsigned answer says nothing about money.
 */
export function readAnswer(body: unknown, command: ApiCommand, settings: VnpaySettings): ApiMessage | undefined {
  const parsed = Body.safeParse(body)
  if (!parsed.success) return undefined
  const message = Object.fromEntries(Object.entries(parsed.data).map(([key, value]) => [key, value ?? ""]))
  if (message.vnp_Command !== command || message.vnp_TmnCode !== settings.tmnCode) return undefined
  const given = message.vnp_SecureHash ?? ""
  if (!/^[0-9a-f]{128}$/i.test(given)) return undefined
  const bytes = Buffer.from(given, "hex")
  const fields = SIGNED_FIELDS[command].response
  const signed = settings.secrets.filter((secret) =>
    timingSafeEqual(Buffer.from(pipeSign(message, fields, secret), "hex"), bytes),
  )
  return signed.length > 0 ? message : undefined
}
