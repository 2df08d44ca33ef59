import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorText } from "../../error-text"
import { GATEWAY } from "../../modules/gateway"
import type { AskedAttempt } from "../../modules/gateway/to-ask"
import { settingsOf } from "../../settings"
import { type Asked, askGateway } from "../ask-gateway"
import { gatewayOf } from "../gateways"
import { openTask } from "../tasks"
import { afterAsking, type Heard } from "./after-asking"

/** Attempts per turn and process; what is left has the next turn. */
const PER_TURN = 200
/** Mostly waiting for gateways. */
const AT_ONCE = 4

export type AskedCount = { asked: number; decided: number; never_paid: number; unclear: number }

let working: Promise<AskedCount> | undefined

/**
 * Asks the gateways about attempts without a final answer whose turn it is. One turn at a time in a process; between
 * processes a lease on each attempt keeps two from asking the same at once.
 */
export function askOpenAttempts(container: MedusaContainer): Promise<AskedCount> {
  working ??= askAll(container).finally(() => {
    working = undefined
  })
  return working
}

async function askAll(container: MedusaContainer): Promise<AskedCount> {
  const { reconciliation } = container.resolve(GATEWAY)
  const { askAfterSeconds: after } = settingsOf(container).reconcile
  // A bank that nobody can ask is heard of by its own notices and statements.
  const providers = (["vnpay", "stripe"] as const).filter((provider) => gatewayOf(container, provider))
  const count: AskedCount = { asked: 0, decided: 0, never_paid: 0, unclear: 0 }
  const work = async () => {
    while (count.asked < PER_TURN) {
      const next = await reconciliation.claimToAsk({ providers, after })
      if (!next) return
      count.asked++
      count[await ask(container, next)]++
    }
  }
  if (providers.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work))
  return count
}

/** What breaks here is asked about again when the lease is over. */
async function ask(container: MedusaContainer, asked: AskedAttempt): Promise<"decided" | "never_paid" | "unclear"> {
  const gateway = container.resolve(GATEWAY)
  const { attempt, sinceExpiry } = asked
  try {
    const answer = await askGateway(container, attempt)
    const now = (await gateway.attempt(attempt.txn_ref)) ?? attempt
    const heard = heardOf(answer, now.state !== "pending")
    const next = afterAsking(heard, { sinceExpiry, asks: attempt.asks }, settingsOf(container).reconcile)
    if (heard === "final")
      await gateway.reconciliation.withdrawTask(`gateway_silent:${attempt.txn_ref}`, `${now.state}`)
    if (next.task) {
      const { id, amount, provider, created_at, expires_at } = attempt
      const evidence = { attempt_id: id, provider, amount, asks: attempt.asks, answer, created_at, expires_at }
      await openTask(container, { kind: next.task, subject: attempt.txn_ref, evidence })
    }
    if (next.end && (await gateway.reconciliation.markNeverPaid(attempt))) return "never_paid"
    if (next.again) await gateway.reconciliation.askAgainIn(attempt.id, next.again)
    return heard === "final" ? "decided" : "unclear"
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Payment ${attempt.txn_ref} could not be asked about: ${errorText(error)}`)
    return "unclear"
  }
}

function heardOf(answer: Asked, isFinal: boolean): Heard {
  if (isFinal) return "final"
  if (answer.kind !== "recorded") return answer.kind
  return answer.verdict === "04" ? "other_amount" : "pending"
}
