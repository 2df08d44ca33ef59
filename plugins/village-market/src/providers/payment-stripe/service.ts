import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DeletePaymentInput, Logger, PaymentProviderOutput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isStripeAmount } from "../../modules/gateway/stripe/amount"
import { WINDOW_MINUTES } from "../../modules/gateway/stripe/session-request"
import { closeSession, openSession, stripeFault } from "../../modules/gateway/stripe/sessions"
import { StripeSettings } from "../../modules/gateway/stripe/settings"
import { vnpayTime } from "../../modules/gateway/vnpay/clock"
import { newTxnRef } from "../../modules/gateway/vnpay/txn-ref"
import { type AttemptData, AttemptProvider } from "../payment-base"

/** An attempt without an answer by then is asked about, though its page stays open longer. */
const ASK_AFTER_MINUTES = 15

/** `locale`: the language the buyer reads. */
const Asked = z.object({ session_id: z.string(), locale: z.enum(["vi", "en"]).optional().catch(undefined) })

type Cradle = { __pg_connection__: Knex; logger: Logger }

/**
 * Foreign cards by Stripe's Checkout: an attempt is a session at Stripe, whose page takes the card; no card data comes
 * here. What has been paid, Stripe's signed events tell (`/hooks/stripe`).
 */
export class StripeProvider extends AttemptProvider<StripeSettings> {
  static identifier = "stripe"
  protected readonly title = "Stripe"
  readonly #settings: StripeSettings
  readonly #logger: Logger

  static validateOptions(options: Record<string, unknown>) {
    const { error } = StripeSettings.safeParse(options)
    if (error) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Stripe: ${error.issues.map((i) => i.message).join("; ")}`)
    }
  }

  constructor(cradle: Cradle, options: StripeSettings) {
    super(cradle, options)
    this.#settings = StripeSettings.parse(options)
    this.#logger = cradle.logger
  }

  /** The attempt is stored first: a session whose answer is lost is asked for again under the attempt's own key. */
  protected async newAttempt(amount: number, data: unknown): Promise<AttemptData> {
    const { session_id, locale } = Asked.parse(data)
    if (!isStripeAmount(amount)) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Stripe takes no payment of ${amount} đồng`)
    }
    const now = Date.now()
    // Whole seconds, as Stripe counts them.
    const expires_at = new Date(Math.floor(now / 1000 + WINDOW_MINUTES * 60) * 1000)
    const txn_ref = newTxnRef(vnpayTime(new Date(now)))
    const ask_at = new Date(now + ASK_AFTER_MINUTES * 60_000)
    const stored = { provider: "stripe" as const, txn_ref, session_id, amount, expires_at, ask_at }
    const attempt = await this.gateway.open(stored)
    const session = await openSession(this.#settings, { txn_ref, amount, expires_at }).catch((error) => {
      this.#logger.error(`Stripe session of ${txn_ref}: ${stripeFault(error)}`)
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusalOf(error, locale))
    })
    await this.gateway.nameAttempt(attempt.id, session.id)
    return { session_id, txn_ref, redirect_url: session.url, expires_at: expires_at.toISOString() }
  }

  /** Closed at Stripe too, as well as may be and without the buyer waiting; what is paid all the same goes back. */
  override async deletePayment(input: DeletePaymentInput): Promise<PaymentProviderOutput> {
    const attempt = await this.attemptOf(input.data)
    const output = await super.deletePayment(input)
    if (attempt?.state === "pending" && attempt.external_id) {
      void closeSession(this.#settings, attempt.external_id).catch((error) =>
        this.#logger.warn(`Stripe session of ${attempt.txn_ref} is not closed: ${stripeFault(error)}`),
      )
    }
    return output
  }
}

const REFUSALS = {
  tooSmall: {
    vi: "Số tiền quá nhỏ để trả bằng thẻ nước ngoài. Xin chọn cách trả khác.",
    en: "The amount is too small for a foreign card. Please choose another way to pay.",
  },
  notOpened: {
    vi: "Chưa mở được trang trả bằng thẻ. Chưa trừ đồng nào. Xin thử lại hoặc chọn cách trả khác.",
    en: "Card payment cannot be opened now. Nothing was taken. Please try again or choose another way to pay.",
  },
}

/** What a buyer is told when Stripe opens no session; in both languages where nobody has said which one they read. */
function refusalOf(error: unknown, locale?: "vi" | "en"): string {
  const text = REFUSALS[stripeFault(error) === "amount_too_small" ? "tooSmall" : "notOpened"]
  return locale ? text[locale] : `${text.vi} / ${text.en}`
}
