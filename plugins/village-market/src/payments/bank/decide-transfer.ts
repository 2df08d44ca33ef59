import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../../modules/gateway"
import type { BankDecision, NewBankDecision } from "../../modules/gateway/bank/rows"
import type { Decided } from "../../modules/gateway/bank/transactions"
import type { PaymentAttempt } from "../../modules/gateway/rows"
import { recordRefundDue } from "../../modules/trade/refunds-due"
import { standingOf } from "./attempt-standing"

/** Why a decision was not taken down. `less` comes with how many đồng are missing. */
export type Refusal =
  | { ok: false; why: "unknown" | "decided" | "not_in" | "no_such_order" | "not_open" | "followed" }
  | { ok: false; why: "less"; missing: number }
export type Outcome = { ok: true } | Refusal

type By = { by: string; note?: string }

/** Undone, a movement waits for a decision as if it had just been looked at. */
const OPEN: BankDecision["kind"][] = ["review", "undone"]

/**
 * These movements together pay that attempt: exactly, or with something over, which then goes back by hand. Only money
 * that waits for a decision, and an attempt that is unpaid and whose order still waits. Capturing follows from the rows.
 */
export async function matchToAttempt(
  container: MedusaContainer,
  ids: string[],
  attempt: PaymentAttempt | undefined,
  { by, note }: By,
): Promise<Outcome> {
  if (attempt?.provider !== "bank") return { ok: false, why: "no_such_order" }
  const { state, superseded_at, orderOpen } = await standingOf(container, attempt)
  if (state !== "pending" || superseded_at || !orderOpen) return { ok: false, why: "not_open" }
  return decideLocked(container, ids, async (transfers, trx, add) => {
    // Whoever matches to the same attempt at the same time waits here, and then finds it taken.
    const row = await trx("payment_attempt").where({ id: attempt.id, state: "pending" }).forUpdate().first("id")
    const taken = await trx("bank_decision").where({ attempt_id: attempt.id, kind: "matched" }).first("id")
    if (!row || taken) return { ok: false, why: "not_open" }
    if (transfers.some(({ transaction }) => transaction.direction !== "in")) return { ok: false, why: "not_in" }
    const over = transfers.reduce((sum, { transaction }) => sum + transaction.amount, 0) - attempt.amount
    if (over < 0) return { ok: false, why: "less", missing: -over }
    for (const { transaction } of transfers) {
      await add(transaction.id, { kind: "matched", attempt_id: attempt.id, decided_by: by, note })
    }
    if (over > 0) {
      const due = { id: surplusOf(attempt.id), amount: over, reason: "paid_too_much", means: "bank" as const }
      await recordRefundDue(trx, due)
    }
    return { ok: true }
  })
}

/** The debt of what matched transfers are more than the attempt's amount. */
export const surplusOf = (attemptId: string) => `bank:surplus:${attemptId}`

/** The money goes back to whoever sent it, by hand, since a bank takes nothing back. */
export async function giveBackTransfer(container: MedusaContainer, id: string, { by, note }: By): Promise<Outcome> {
  return decideLocked(container, [id], async ([transfer], trx, add) => {
    if (transfer?.transaction.direction !== "in") return { ok: false, why: "not_in" }
    const number = await add(id, { kind: "give_back", decided_by: by, note })
    const { amount } = transfer.transaction
    await recordRefundDue(trx, { id: debtOf(id, number), amount, reason: "transfer_unmatched", means: "bank" })
    return { ok: true }
  })
}

const debtOf = (id: string, number: number) => `bank:${id}:${number}`

/** The movement is none of the shop's affair. */
export async function ignoreTransfer(container: MedusaContainer, id: string, { by, note }: By): Promise<Outcome> {
  return decideLocked(container, [id], async (_, __, add) => {
    await add(id, { kind: "ignored", decided_by: by, note })
    return { ok: true }
  })
}

/** Takes a decision back as long as nothing has followed from it: money that went back, or paid an order, stays so. */
export async function undoDecision(container: MedusaContainer, id: string, { by, note }: By): Promise<Outcome> {
  const kinds: BankDecision["kind"][] = ["ignored", "give_back", "same"]
  const undo: Deed = async ([transfer], trx, add) => {
    const decision = transfer?.decision
    if (decision?.kind === "give_back") {
      const debt = debtOf(id, decision.number)
      const gone = await trx("refund_due").where({ id: debt }).whereNull("returned_at").delete()
      if (gone === 0) return { ok: false, why: "followed" }
    }
    await add(id, { kind: "undone", decided_by: by, note })
    return { ok: true }
  }
  return decideLocked(container, [id], undo, kinds)
}

type Add = (id: string, decision: Omit<NewBankDecision, "transaction_id">) => Promise<number>
type Deed = (transfers: Decided[], trx: Knex.Transaction, add: Add) => Promise<Outcome>

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.why)
  }
}

/** Runs a deed over movements in one of these states, all locked in the order of their ids; refused, nothing is written. */
async function decideLocked(container: MedusaContainer, ids: string[], deed: Deed, from = OPEN): Promise<Outcome> {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { bank } = container.resolve(GATEWAY)
  const wanted = [...new Set(ids)]
  try {
    return await db.transaction(async (trx) => {
      await trx("bank_transaction").whereIn("id", wanted).orderBy("id").forUpdate().select("id")
      const transfers = await bank.some(wanted, trx)
      if (transfers.length < wanted.length) throw new Refused({ ok: false, why: "unknown" })
      const seen = new Map(transfers.map(({ transaction, decision }) => [transaction.id, decision?.number ?? 0]))
      if (!transfers.every(({ decision }) => decision && from.includes(decision.kind))) {
        throw new Refused({ ok: false, why: "decided" })
      }
      const outcome = await deed(transfers, trx, async (id, decision) => {
        const number = seen.get(id) ?? 0
        const done = await bank.decide({ transaction_id: id, ...decision }, number, trx)
        if (!done) throw new Refused({ ok: false, why: "decided" })
        return number + 1
      })
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}
