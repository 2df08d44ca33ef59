import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY } from "../modules/gateway"
import type { BankSettings } from "../modules/gateway/bank/settings"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { vietQr } from "../modules/gateway/vietqr/payload"
import { settingsOf } from "../settings"
import type { BuyerOrder } from "./read-buyer-order"

/** `waiting`: may be paid; `late`: may not any more; `received`: paid, the order follows. */
export type TransferState = "waiting" | "late" | "received"

/** What it takes to pay by bank transfer, in whole đồng. */
export type Transfer = {
  state: TransferState
  amount: number
  /** What the payer must write, and we find the payment by. */
  reference: string
  /** The text of the VietQR. */
  payload: string
  expires_at: Date | null
  account: Pick<BankSettings, "bankName" | "account" | "holder">
  /** Money that came for it and that a person is looking at. */
  looked_at: number
}

/** How an attempt is paid by transfer to the shop's account. */
export function transferOf(bank: BankSettings, attempt: PaymentAttempt, looked_at = 0, now = new Date()): Transfer {
  const { amount, txn_ref: reference, expires_at } = attempt
  const over = attempt.state !== "pending" || (expires_at !== null && now > expires_at)
  return {
    state: attempt.state === "captured" ? "received" : over ? "late" : "waiting",
    ...{ amount, reference, expires_at, account: bank, looked_at },
    payload: vietQr({ bin: bank.bin, account: bank.account, amount, content: reference }),
  }
}

/** The transfer an order waits for; undefined when it waits for none. */
export async function readTransfer(container: MedusaContainer, order: BuyerOrder): Promise<Transfer | undefined> {
  const { bank } = settingsOf(container)
  const [part] = order.parts
  if (!bank || !part || !order.parts.some(({ status }) => status === "awaiting_payment")) return undefined
  const gateway = container.resolve(GATEWAY)
  const attempts = await gateway.attemptsOfCart(part.cart_id)
  const attempt = attempts.find(({ provider, superseded_at }) => provider === "bank" && !superseded_at)
  return attempt && transferOf(bank, attempt, await gateway.bank.lookedAtFor(attempt.id))
}
