import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  BigNumberInput,
  CancelPaymentInput,
  CapturePaymentInput,
  DeletePaymentInput,
  GetPaymentStatusInput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  PaymentProviderOutput,
  RefundPaymentInput,
  RetrievePaymentInput,
  UpdatePaymentInput,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  BigNumber,
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { PaymentAttempt } from "../../modules/gateway/rows"
import { GatewayService } from "../../modules/gateway/service"
import { vnpayAmount } from "../../modules/gateway/vnpay/amount"
import { vnpayTime } from "../../modules/gateway/vnpay/clock"
import { payUrl } from "../../modules/gateway/vnpay/pay-url"
import { VnpaySettings } from "../../modules/gateway/vnpay/settings"
import { newTxnRef } from "../../modules/gateway/vnpay/txn-ref"

/** How long VNPay keeps its page open for one attempt. */
const WINDOW_MINUTES = 15

/** What a session keeps. Whatever a storefront sends along is not among it. */
const SessionData = z.object({ session_id: z.string(), txn_ref: z.string() })

/** The payer's address and language as far as the caller knows them; both only shape VNPay's page. */
const Payer = z.object({
  session_id: z.string(),
  ip_address: z.string().optional().catch(undefined),
  locale: z.enum(["vi", "en"]).optional().catch(undefined),
})

/**
 * VNPay as a payment provider: pay is capture, there is no authorisation to hold or void. What has been paid stands in
 * our attempt table, written by the gateway's notice alone; Medusa reads it here.
 */
export class VnpayProvider extends AbstractPaymentProvider<VnpaySettings> {
  static identifier = "vnpay"
  readonly #settings: VnpaySettings
  readonly #gateway: GatewayService

  static validateOptions(options: Record<string, unknown>) {
    const { error } = VnpaySettings.safeParse(options)
    if (error) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `VNPay: ${error.issues.map((i) => i.message).join("; ")}`)
    }
  }

  constructor(cradle: { __pg_connection__: Knex }, options: VnpaySettings) {
    super(cradle, options)
    this.#settings = VnpaySettings.parse(options)
    this.#gateway = new GatewayService(cradle)
  }

  /** Stores the attempt, then hands out the address of VNPay's page. Whole đồng in VND only. */
  async initiatePayment({ amount, currency_code, data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const attempt = await this.#newAttempt(amount, currency_code, data)
    return { id: attempt.txn_ref, status: PaymentSessionStatus.PENDING, data: attempt }
  }

  /** Another amount is another attempt. */
  async updatePayment({ amount, currency_code, data }: UpdatePaymentInput): Promise<PaymentProviderOutput> {
    return { data: await this.#newAttempt(amount, currency_code, data) }
  }

  async #newAttempt(amount: BigNumberInput, currency: string, data: unknown) {
    const { session_id, ip_address, locale } = Payer.parse(data)
    const dong = new BigNumber(amount).numeric
    const written = vnpayAmount(dong)
    if (currency.toLowerCase() !== "vnd" || written === undefined) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `VNPay takes whole đồng, not ${dong} ${currency}`)
    }
    const now = Date.now()
    const create_date = vnpayTime(new Date(now))
    const expires = new Date(now + WINDOW_MINUTES * 60_000)
    const expire_date = vnpayTime(expires)
    const txn_ref = newTxnRef(create_date)
    await this.#gateway.open({ provider: "vnpay", txn_ref, session_id, amount: dong, create_date, expire_date })
    const redirect_url = payUrl(this.#settings, {
      txnRef: txn_ref,
      amount: written,
      createDate: create_date,
      expireDate: expire_date,
      ip: ip_address,
      locale,
      info: `Thanh toan don hang ${txn_ref}`,
    })
    return { session_id, txn_ref, redirect_url, expires_at: expires.toISOString() }
  }

  /** The buyer may still pay the superseded attempt at VNPay; that money will be returned. */
  async deletePayment({ data }: DeletePaymentInput): Promise<PaymentProviderOutput> {
    const known = SessionData.safeParse(data)
    if (known.success) await this.#gateway.supersede(known.data.txn_ref, known.data.session_id)
    return { data }
  }

  async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return { status: statusOf(await this.#attempt(data)), data }
  }

  /** Paying has captured already. */
  async capturePayment({ data }: CapturePaymentInput): Promise<PaymentProviderOutput> {
    return { data }
  }

  /**
   * Medusa calls this also on a payment that another attempt to complete the same basket has just won, so it says
   * nothing about the money: an unpaid attempt is closed; a paid one is settled (again), which ends in an order or in
   * money due back, by what there then is of an order.
   */
  async cancelPayment({ data }: CancelPaymentInput): Promise<PaymentProviderOutput> {
    const attempt = await this.#attempt(data)
    if (attempt?.state === "captured") await this.#gateway.settleAgain(attempt.txn_ref)
    else if (attempt) await this.#gateway.supersede(attempt.txn_ref, attempt.session_id)
    return { data }
  }

  /**
   * Moves no money: Medusa may call it twice, or for more than was paid. It lets Medusa book a refund that VNPay has
   * confirmed and that is not booked yet, and refuses any other.
   */
  async refundPayment({ amount, data }: RefundPaymentInput): Promise<PaymentProviderOutput> {
    const attempt = await this.#attempt(data)
    const dong = new BigNumber(amount).numeric
    const confirmed =
      attempt && Number.isSafeInteger(dong) && (await this.#gateway.refunds.confirmedUnbooked(attempt.id, dong))
    if (!confirmed) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `VNPay has confirmed no refund of ${dong} đồng. Money that must go back is sent by itself; see “Tiền phải trả lại” (/app/refunds).`,
      )
    }
    return { data }
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<PaymentProviderOutput> {
    return { data }
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<AuthorizePaymentOutput> {
    return { status: statusOf(await this.#attempt(data)), data }
  }

  /** VNPay's notices come to `/hooks/vnpay/ipn`, not to Medusa's webhook route. */
  async getWebhookActionAndData() {
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  async #attempt(data: unknown): Promise<PaymentAttempt | undefined> {
    const known = SessionData.safeParse(data)
    const attempt = known.success ? await this.#gateway.attempt(known.data.txn_ref) : undefined
    return attempt?.session_id === known.data?.session_id ? attempt : undefined
  }
}

/** Paid is paid only while the money is neither superseded nor on its way back. */
function statusOf(attempt: PaymentAttempt | undefined): PaymentSessionStatus {
  if (!attempt || attempt.superseded_at || attempt.completion === "refund_due") return PaymentSessionStatus.CANCELED
  if (attempt.state === "captured") return PaymentSessionStatus.CAPTURED
  return attempt.state === "failed" ? PaymentSessionStatus.ERROR : PaymentSessionStatus.PENDING
}
