import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { vnpayAmount } from "../../modules/gateway/vnpay/amount"
import { vnpayTime } from "../../modules/gateway/vnpay/clock"
import { VNPAY_METHODS } from "../../modules/gateway/vnpay/methods"
import { payUrl } from "../../modules/gateway/vnpay/pay-url"
import { VnpaySettings } from "../../modules/gateway/vnpay/settings"
import { newTxnRef } from "../../modules/gateway/vnpay/txn-ref"
import { type AttemptData, AttemptProvider } from "../payment-base"

/** How long VNPay keeps its page open for one attempt. */
const WINDOW_MINUTES = 15

/** The payer's address and language as far as the caller knows them; all only shape VNPay's page. */
const Payer = z.object({
  session_id: z.string(),
  ip_address: z.string().optional().catch(undefined),
  locale: z.enum(["vi", "en"]).optional().catch(undefined),
  method: z.enum(VNPAY_METHODS).optional().catch(undefined),
})

/** VNPay: an attempt is an address of VNPay's page, where the buyer pays within a quarter of an hour. */
export class VnpayProvider extends AttemptProvider<VnpaySettings> {
  static identifier = "vnpay"
  protected readonly title = "VNPay"
  readonly #settings: VnpaySettings

  static validateOptions(options: Record<string, unknown>) {
    const { error } = VnpaySettings.safeParse(options)
    if (error) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `VNPay: ${error.issues.map((i) => i.message).join("; ")}`)
    }
  }

  constructor(cradle: { __pg_connection__: Knex }, options: VnpaySettings) {
    super(cradle, options)
    this.#settings = VnpaySettings.parse(options)
  }

  protected async newAttempt(amount: number, data: unknown): Promise<AttemptData> {
    const { session_id, ip_address, locale, method } = Payer.parse(data)
    const written = vnpayAmount(amount)
    if (written === undefined) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `VNPay takes no payment of ${amount} đồng`)
    }
    const now = Date.now()
    const create_date = vnpayTime(new Date(now))
    const expires_at = new Date(now + WINDOW_MINUTES * 60_000)
    const expire_date = vnpayTime(expires_at)
    const txn_ref = newTxnRef(create_date)
    const stamps = { create_date, expire_date, expires_at, ask_at: expires_at }
    await this.gateway.open({ provider: "vnpay", txn_ref, session_id, amount, method: method ?? null, ...stamps })
    const redirect_url = payUrl(this.#settings, {
      txnRef: txn_ref,
      amount: written,
      createDate: create_date,
      expireDate: expire_date,
      ip: ip_address,
      ...{ locale, bankCode: method },
      info: `Thanh toan don hang ${txn_ref}`,
    })
    return { session_id, txn_ref, redirect_url, expires_at: expires_at.toISOString(), ...(method ? { method } : {}) }
  }
}
