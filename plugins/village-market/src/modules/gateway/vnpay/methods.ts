/**
 * The methods a buyer may choose before going to VNPay, as VNPay calls them (`vnp_BankCode`, PAY 2.1.0): a QR code, a
 * domestic card or account, an international card. Without a choice VNPay shows its own list.
 */
export const VNPAY_METHODS = ["VNPAYQR", "VNBANK", "INTCARD"] as const
export type VnpayMethod = (typeof VNPAY_METHODS)[number]

/** Undefined for every other value: nobody may put a bank of his choice into an address that we sign. */
export const vnpayMethod = (value: unknown): VnpayMethod | undefined => VNPAY_METHODS.find((known) => known === value)
