import { createHmac } from "node:crypto"
import { type Delivery, Notices } from "./notices"
import { vietnamTime } from "./vnpay-clock"

export type SepayOptions = { secret: string; account: string; webhookUrl: string; pauseMs?: number }
export type Sepay = ReturnType<typeof startSepay>

/** Money that has come in on the shop's account; whole đồng. */
export type Transfer = { id: number; amount: number; content: string }

/** `clockOffSeconds`: the first call is signed by a clock that is so far off. */
export type SepayDelivery = Pick<Delivery, "copies" | "delayMs" | "forgedFirst" | "replayMs" | "lost"> & {
  clockOffSeconds?: number
}

/**
 * A bank account with a SePay that tells of it: a ledger of its own, notices signed by code that is not the shop's,
 * seven repeats, and a button to send again what was never heard.
 */
export function startSepay({ secret, account, webhookUrl, pauseMs = 700 }: SepayOptions) {
  const transfers: Transfer[] = []
  const heard = new Set<number>()
  const notices = new Notices({ calls: 8, pauseMs })
  let balance = 0

  function bodyOf({ id, amount, content }: Transfer): string {
    const at = vietnamTime().replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, "$1-$2-$3 $4:$5:$6")
    return JSON.stringify({
      ...{ id, gateway: "Vietcombank", transactionDate: at, accountNumber: account, code: null, content },
      ...{ transferType: "in", transferAmount: amount, accumulated: balance, subAccount: null },
      ...{ referenceCode: `FT${id}`, description: "" },
    })
  }

  async function call(id: number, body: string, { key = secret, off = 0 } = {}): Promise<boolean> {
    const time = String(Math.floor(Date.now() / 1000) + off)
    const signature = `sha256=${createHmac("sha256", key).update(`${time}.${body}`).digest("hex")}`
    const answer = await fetch(webhookUrl, {
      ...{ method: "POST", body, signal: AbortSignal.timeout(15_000) },
      headers: { "content-type": "application/json", "x-sepay-timestamp": time, "x-sepay-signature": signature },
    }).catch(() => undefined)
    const said = answer && ((await answer.json().catch(() => ({}))) as { success?: boolean })
    if (said?.success) heard.add(id)
    return said?.success === true
  }

  async function tell(transfer: Transfer, delivery: SepayDelivery): Promise<void> {
    if (delivery.lost) return
    const body = bodyOf(transfer)
    if (delivery.forgedFirst) await call(transfer.id, body, { key: `${secret}x` })
    if (delivery.clockOffSeconds) await call(transfer.id, body, { off: delivery.clockOffSeconds })
    await notices.tell(() => call(transfer.id, body), delivery)
    if (delivery.replayMs !== undefined)
      void notices.tell(() => call(transfer.id, body), { delayMs: delivery.replayMs })
  }

  return {
    ...{ transfers, notices },
    /** Somebody transfers money; the shop is told, or not. */
    transfer(amount: number, content: string, delivery: SepayDelivery = {}): Transfer {
      const transfer = { id: 900_000_000 + transfers.length, amount, content }
      transfers.push(transfer)
      balance += amount
      void tell(transfer, delivery)
      return transfer
    },
    /** Once more what was never heard, as the operator asks for at SePay after an outage. */
    async sendAgain(): Promise<void> {
      for (const one of transfers) if (!heard.has(one.id)) await call(one.id, bodyOf(one))
    },
  }
}
