import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import type { Verdict } from "../modules/gateway/vnpay/verdict"
import { gatewayOf } from "./gateways"
import { wakeSettling } from "./settle-payments"

/** `recorded` with what it was worth; `nothing`: the gateway knows of no such payment; `silent`: no answer to be believed. */
export type Asked = { kind: "recorded"; verdict: Verdict } | { kind: "nothing" } | { kind: "silent"; why: string }

/**
 * Asks the gateway what became of an attempt whose notice never came, and takes the answer down as the notice would
 * have been. Safe at any time and for any state: what is decided stays.
 */
export async function askGateway(container: MedusaContainer, attempt: PaymentAttempt): Promise<Asked> {
  const word = await gatewayOf(container, attempt.provider)?.ask(attempt)
  if (!word) return { kind: "silent", why: `${attempt.provider} cannot be asked` }
  if (word.kind !== "notice") return word
  const verdict = await container.resolve(GATEWAY).record(attempt.provider, word.notice)
  if (verdict === "00" && word.notice.outcome === "captured") wakeSettling(container)
  return { kind: "recorded", verdict }
}
