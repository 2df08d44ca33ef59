import { createHmac } from "node:crypto"
import { buildPaymentUrlSearchParams, calculateSecureHash, HashAlgorithm } from "vnpay"

/*
 * VNPay's signatures by code that is not the shop's: queries by the package `vnpay`, the messages of the query and
 * refund interface from VNPay's own order of fields (the package is wrong about refund answers, SPEC §7).
 */

type Fields = Record<string, string>

const hashOf = (data: string, secureSecret: string) =>
  calculateSecureHash({ secureSecret, data, hashAlgorithm: HashAlgorithm.SHA512, bufferEncode: "utf-8" })

/** The query of a notice or a return, signed. */
export function signedQuery(fields: Fields, secret: string): string {
  const data = buildPaymentUrlSearchParams(fields).toString()
  return `${data}&vnp_SecureHash=${hashOf(data, secret)}`
}

/** Whether a payment address was signed with the terminal's secret. */
export function isSignedQuery(query: URLSearchParams, secret: string): boolean {
  const { vnp_SecureHash: given, ...fields } = Object.fromEntries(query)
  return given === hashOf(buildPaymentUrlSearchParams(fields).toString(), secret)
}

const ASKED = "RequestId Version Command TmnCode"
const ANSWERED =
  "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo"
const ORDER = {
  querydr: {
    asked: `${ASKED} TxnRef TransactionDate CreateDate IpAddr OrderInfo`,
    answered: `${ANSWERED} PromotionCode PromotionAmount`,
  },
  refund: {
    asked: `${ASKED} TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo`,
    answered: ANSWERED,
  },
}
export type Command = keyof typeof ORDER
export const isCommand = (text: string): text is Command => text in ORDER

/** Values joined by `|`, not encoded; what is absent counts as empty. */
export function messageHash(message: Fields, command: Command, way: "asked" | "answered", secret: string): string {
  const values = ORDER[command][way].split(" ").map((name) => message[`vnp_${name}`] ?? "")
  return createHmac("sha512", secret).update(values.join("|")).digest("hex")
}
