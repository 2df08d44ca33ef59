import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import axios from "axios"
import type { BankSettings } from "../../modules/gateway/bank/settings"
import { settingsOf } from "../../settings"
import { hmacHex } from "../vnpay/checksum"

/** There is no stand-in in earnest, nor where a demonstration names an account of its own. */
export function standInOf(req: MedusaRequest): BankSettings & { secret: string } {
  const { demo, bank } = settingsOf(req.scope)
  const [secret] = bank?.webhookSecrets ?? []
  if (!demo || !bank?.standIn || !secret) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No stand-in here")
  return { ...bank, secret }
}

export type Played = { account: string; amount: number; content: string; at: Date }

let last = 0

/** A number no transfer before had: the time in microseconds, one more than the last if need be. */
const nextId = () => {
  last = Math.max(last + 1, Date.now() * 1000)
  return last
}

/** A bank's customer transfers, and SePay tells the shop so, signed as SePay does. Returns what the shop answered. */
export async function sendTransfer(address: string, secret: string, { account, amount, content, at }: Played) {
  const id = nextId()
  const time = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({
    ...{ id, gateway: "StandIn", transactionDate: vietnamTime(at), accountNumber: account, code: null },
    // Banks add words of their own.
    ...{ content: `SBK.${id % 1_000_000}.${content}.CT tu 0987654321 KHACH THU NGHIEM`, transferType: "in" },
    ...{ transferAmount: amount, accumulated: 0, subAccount: null, referenceCode: `SBK${id}`, description: "" },
  })
  const headers = {
    "content-type": "application/json",
    "x-sepay-timestamp": String(time),
    "x-sepay-signature": `sha256=${await hmacHex(`${time}.${body}`, secret, "SHA-256")}`,
  }
  // As it is: what axios would make of an object is not what was signed.
  const options = { headers, timeout: 15_000, maxRedirects: 0, proxy: false as const, validateStatus: () => true }
  const { status } = await axios.post(address, body, { ...options, transformRequest: [(data: string) => data] })
  return { id, stored: status === 200 }
}

/** As SePay writes it: Vietnam's clock, no zone. */
const vietnamTime = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace("T", " ")
