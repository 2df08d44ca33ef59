import { randomBytes } from "node:crypto"
import { type ApiCommand, type ApiMessage, pipeSign, SIGNED_FIELDS } from "./api-message"
import { vnpayTime } from "./clock"
import { orderInfo } from "./order-info"
import type { VnpaySettings } from "./settings"

/** 32 characters, never used before (VNPay: unique within a day). */
export const newRequestId = () => randomBytes(16).toString("hex")

/** VNPay asks for the caller's address; a server has none that says more than its signature does. */
const SERVER = "127.0.0.1"
const CREATED_BY = "village-market"

/** The whole of a payment goes back in one piece (02), or a share of it (03). */
export type RefundType = "02" | "03"

/** 02 only for all of it when nothing has gone back yet: after a partial refund VNPay takes partial ones only. Whole đồng. */
export const refundType = ({ captured, refunded, amount }: { captured: number; refunded: number; amount: number }) =>
  refunded === 0 && amount === captured ? ("02" as const) : ("03" as const)

/** The payment that is asked about or given back. */
export type PaidBy = {
  txnRef: string
  /** yyyyMMddHHmmss at UTC+7, as the payment was begun. */
  createDate: string
}

/** What has become of a payment. */
export const queryRequest = (settings: VnpaySettings, requestId: string, paid: PaidBy, now = new Date()) =>
  signed(settings, "querydr", {
    ...common(settings, "querydr", requestId, paid, now),
    vnp_OrderInfo: orderInfo(`Hoi giao dich ${paid.txnRef}`),
  })

/** Gives back a payment or a share of it; `amount` as `vnpayAmount` writes it. */
export const refundRequest = (
  settings: VnpaySettings,
  refund: PaidBy & { requestId: string; transactionNo: string; amount: string; type: RefundType },
  now = new Date(),
) =>
  signed(settings, "refund", {
    ...common(settings, "refund", refund.requestId, refund, now),
    vnp_TransactionType: refund.type,
    vnp_Amount: refund.amount,
    vnp_TransactionNo: refund.transactionNo,
    vnp_CreateBy: CREATED_BY,
    vnp_OrderInfo: orderInfo(`Hoan tien giao dich ${refund.txnRef}`),
  })

const common = (settings: VnpaySettings, command: ApiCommand, requestId: string, paid: PaidBy, now: Date) => ({
  vnp_RequestId: requestId,
  vnp_Version: "2.1.0",
  vnp_Command: command,
  vnp_TmnCode: settings.tmnCode,
  vnp_TxnRef: paid.txnRef,
  vnp_TransactionDate: paid.createDate,
  vnp_CreateDate: vnpayTime(now),
  vnp_IpAddr: SERVER,
})

function signed({ secrets: [secret = ""] }: VnpaySettings, command: ApiCommand, message: ApiMessage): ApiMessage {
  return { ...message, vnp_SecureHash: pipeSign(message, SIGNED_FIELDS[command].request, secret) }
}
