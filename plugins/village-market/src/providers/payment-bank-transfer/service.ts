import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { BankSettings, checkBank } from "../../modules/gateway/bank/settings"
import { vietQr } from "../../modules/gateway/vietqr/payload"
import { newBankReference } from "../../modules/gateway/vietqr/reference"
import { bookingOf } from "../../modules/trade/booking"
import { hoursOf } from "../../modules/trade/time-limits"
import { type AttemptData, AttemptProvider } from "../payment-base"

const Session = z.object({ session_id: z.string() })

/**
 * Transfer from bank to bank, asked for by a VietQR. Nobody answers while the buyer transfers, so the basket becomes an
 * order at once (`pending_authorization`): the goods are held until the money comes or its time is over.
 */
export class BankProvider extends AttemptProvider<BankSettings> {
  static identifier = "bank"
  protected readonly title = "The bank"
  protected override readonly unpaid = PaymentSessionStatus.PENDING_AUTHORIZATION
  readonly #account: BankSettings
  readonly #db: Knex

  static validateOptions(options: Record<string, unknown>) {
    checkBank(options)
  }

  constructor(cradle: { __pg_connection__: Knex }, options: Record<string, unknown>) {
    const account = BankSettings.parse(options)
    super(cradle, account)
    this.#account = account
    this.#db = cradle.__pg_connection__
  }

  /** What a storefront needs to show the QR itself is in the session: the text of the QR and each field of it. */
  protected async newAttempt(amount: number, data: unknown): Promise<AttemptData> {
    const { session_id } = Session.parse(data)
    const txn_ref = newBankReference()
    const { bin, bankName, account, holder } = this.#account
    const expires_at = new Date(Date.now() + (await this.#hours()) * 3_600_000)
    await this.gateway.open({ provider: "bank", txn_ref, session_id, amount, expires_at })
    const payload = vietQr({ bin, account, amount, content: txn_ref })
    return {
      ...{ session_id, txn_ref, payload, amount, bin, bank_name: bankName, account, holder },
      expires_at: expires_at.toISOString(),
    }
  }

  /** As long as an unpaid order holds its goods. */
  async #hours(): Promise<number> {
    const limits = await this.#db("order_time_limit").where({ step: "pay" }).whereNull("deleted_at")
    return hoursOf(limits, "pay", bookingOf(new Date()).day)
  }
}
