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
import type { PaymentAttempt } from "../modules/gateway/rows"
import { GatewayService } from "../modules/gateway/service"

/** What a session keeps, of all providers with attempts. Whatever a storefront sends along is not among it. */
const SessionData = z.object({ session_id: z.string(), txn_ref: z.string() })

/** What a session of ours tells Medusa: its attempt, and what the storefront needs to pay it. */
export type AttemptData = { session_id: string; txn_ref: string } & Record<string, unknown>

/**
 * A means of payment whose money comes through a gateway or a bank: pay is capture, there is nothing to hold or to
 * void. What has been paid stands in our attempt table, written by the gateway's word alone; Medusa reads it here.
 */
export abstract class AttemptProvider<Options extends object> extends AbstractPaymentProvider<Options> {
  protected readonly gateway: GatewayService

  constructor(cradle: { __pg_connection__: Knex }, options: Options) {
    super(cradle, options)
    this.gateway = new GatewayService(cradle)
  }

  /** How the gateway is called in a refusal. */
  protected abstract readonly title: string

  /** What an attempt that nobody has paid yet means for completing the basket. */
  protected readonly unpaid: PaymentSessionStatus = PaymentSessionStatus.PENDING

  /** Stores a new attempt of `amount` whole đồng, then asks the gateway what it takes to pay it. `data` comes from a storefront. */
  protected abstract newAttempt(amount: number, data: unknown): Promise<AttemptData>

  /** Whole đồng in VND only, whatever Medusa's totals have come to. */
  async #begin(amount: BigNumberInput, currency: string, data: unknown): Promise<AttemptData> {
    const dong = new BigNumber(amount).numeric
    if (currency.toLowerCase() !== "vnd" || !Number.isSafeInteger(dong) || dong <= 0) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `${this.title} takes whole đồng, not ${dong} ${currency}`)
    }
    const known = SessionData.pick({ session_id: true }).safeParse(data)
    const stall = known.success && (await this.gateway.adoptStall(known.data.session_id, dong))
    return stall ? { ...known.data, txn_ref: stall.txn_ref } : this.newAttempt(dong, data)
  }

  async initiatePayment({ amount, currency_code, data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const attempt = await this.#begin(amount, currency_code, data)
    return { id: attempt.txn_ref, status: PaymentSessionStatus.PENDING, data: attempt }
  }

  /** Another amount is another attempt. */
  async updatePayment({ amount, currency_code, data }: UpdatePaymentInput): Promise<PaymentProviderOutput> {
    return { data: await this.#begin(amount, currency_code, data) }
  }

  /** The buyer may still pay the superseded attempt at the gateway; that money will be returned. */
  async deletePayment({ data }: DeletePaymentInput): Promise<PaymentProviderOutput> {
    const attempt = await this.attemptOf(data)
    // What was paid at a stall is paid, however often its order is tried.
    if (attempt && attempt.purpose !== "stall") await this.gateway.supersede(attempt)
    return { data }
  }

  async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return { status: this.#statusOf(await this.attemptOf(data)), data }
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
    const attempt = await this.attemptOf(data)
    if (attempt?.state === "captured") await this.gateway.settleAgain(attempt.txn_ref)
    else if (attempt) await this.gateway.supersede(attempt)
    return { data }
  }

  /**
   * Moves no money: Medusa may call it twice, or for more than was paid. It lets Medusa book a refund that the gateway
   * has confirmed and that is not booked yet, and refuses any other.
   */
  async refundPayment({ amount, data }: RefundPaymentInput): Promise<PaymentProviderOutput> {
    const attempt = await this.attemptOf(data)
    const dong = new BigNumber(amount).numeric
    const confirmed =
      attempt && Number.isSafeInteger(dong) && (await this.gateway.refunds.confirmedUnbooked(attempt.id, dong))
    if (!confirmed) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${this.title} has confirmed no refund of ${dong} đồng. Money that must go back is sent by itself; see “Tiền phải trả lại” (/app/refunds).`,
      )
    }
    return { data }
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<PaymentProviderOutput> {
    return { data }
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<AuthorizePaymentOutput> {
    return { status: this.#statusOf(await this.attemptOf(data)), data }
  }

  /** Notices come to routes of our own, not to Medusa's webhook route, which answers before it has stored anything. */
  async getWebhookActionAndData() {
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  /** The attempt a session names, if it is that session's. */
  protected async attemptOf(data: unknown): Promise<PaymentAttempt | undefined> {
    const known = SessionData.safeParse(data)
    const attempt = known.success ? await this.gateway.attempt(known.data.txn_ref) : undefined
    return attempt?.session_id === known.data?.session_id ? attempt : undefined
  }

  /** Paid is paid only while the money is neither superseded nor on its way back. */
  #statusOf(attempt: PaymentAttempt | undefined): PaymentSessionStatus {
    if (!attempt || attempt.superseded_at || attempt.completion === "refund_due") return PaymentSessionStatus.CANCELED
    if (attempt.state === "captured") return PaymentSessionStatus.CAPTURED
    return attempt.state === "failed" ? PaymentSessionStatus.ERROR : this.unpaid
  }
}
