import { plainAddress } from "./address"
import { orderInfo } from "./order-info"
import type { VnpaySettings } from "./settings"
import { sign, signData, type VnpayParams } from "./sign"

export type PayRequest = {
  txnRef: string
  /** As `vnpayAmount` writes it. */
  amount: string
  /** yyyyMMddHHmmss at UTC+7. */
  createDate: string
  expireDate: string
  /** The buyer's address; VNPay wants one, so an unknown one is 127.0.0.1. */
  ip?: string
  locale?: "vi" | "en"
  info: string
  bankCode?: string
}

/** The address of VNPay's page for one payment attempt (PAY 2.1.0). */
export function payUrl(settings: VnpaySettings, request: PayRequest): string {
  const params: VnpayParams = {
    vnp_Version: "2.1.0",
    vnp_Command: "pay",
    vnp_TmnCode: settings.tmnCode,
    vnp_Amount: request.amount,
    vnp_BankCode: request.bankCode ?? "",
    vnp_CreateDate: request.createDate,
    vnp_ExpireDate: request.expireDate,
    vnp_CurrCode: "VND",
    vnp_IpAddr: plainAddress(request.ip) || "127.0.0.1",
    vnp_Locale: request.locale === "en" ? "en" : "vn",
    vnp_OrderInfo: orderInfo(request.info),
    vnp_OrderType: "other",
    vnp_ReturnUrl: settings.returnUrl,
    vnp_TxnRef: request.txnRef,
  }
  const [secret = ""] = settings.secrets
  return `${settings.payUrl}?${signData(params)}&vnp_SecureHash=${sign(params, secret)}`
}
