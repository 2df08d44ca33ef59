import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../../modules/gateway"
import { matchTransfer } from "../../modules/gateway/bank/match-transfer"
import type { BankTransaction } from "../../modules/gateway/bank/rows"
import type { PaymentAttempt } from "../../modules/gateway/rows"
import { bankReferencesIn } from "../../modules/gateway/vietqr/reference"
import { settingsOf } from "../../settings"
import { wakeSettling } from "../settle-payments"
import { standingOf } from "./attempt-standing"
import { captureMatched } from "./capture-matched"
import { transferNotice } from "./transfer-notice"

const SYSTEM = "system"
/** After so many it is looked anew whether something more urgent has come. */
const AT_ONCE = 50

let working: Promise<void> | undefined
let wanted = false

/**
 * Decides about whatever has come in and is undecided, at once; who calls need not wait. What a crash leaves behind is
 * found by the job. Resolves when nothing is left that can be decided now.
 */
export function matchTransfers(container: MedusaContainer): Promise<void> {
  wanted = true
  working ??= matchAll(container).finally(() => {
    working = undefined
  })
  return working
}

/** Never rejects: a transfer that cannot be decided now stays undecided and is looked at again. */
async function matchAll(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { bank } = container.resolve(GATEWAY)
  const failed: string[] = []
  try {
    while (wanted) {
      wanted = false
      await captureMatched(container)
      if (!settingsOf(container).bank) return
      const transfers = await bank.undecided(AT_ONCE, failed)
      for (const transfer of transfers) {
        try {
          await decide(container, transfer)
        } catch (error) {
          failed.push(transfer.id)
          logger.error(`Transfer ${transfer.id} is not decided yet: ${error}`)
        }
      }
      if (transfers.length > 0) wanted = true
    }
  } catch (error) {
    logger.error(`Matching transfers stopped, the next turn goes on: ${error}`)
  }
}

async function decide(container: MedusaContainer, transfer: BankTransaction): Promise<void> {
  const { bank: account } = settingsOf(container)
  if (!account) return
  const gateway = container.resolve(GATEWAY)
  const about = { transaction_id: transfer.id, decided_by: SYSTEM }
  const twin = await gateway.bank.twin(transfer)
  if (twin) {
    await gateway.bank.decide({ ...about, kind: "same", same_as: twin.id }, 0)
    return
  }
  const references = bankReferencesIn(transfer.content)
  const named = await attemptsNamed(container, references)
  const own = named.find((attempt) => isPaidBy(attempt, transfer))
  // Taken down by an earlier try that broke off before it was decided here.
  if (own) return captured(container, transfer, own)
  const standing = await Promise.all(named.map((attempt) => standingOf(container, attempt)))
  const finding = matchTransfer(transfer, account.account, references.length, standing)
  if (finding.kind !== "capture") {
    const attempt = "txn_ref" in finding ? named.find(({ txn_ref }) => txn_ref === finding.txn_ref) : undefined
    const { kind, reason } = finding
    await gateway.bank.decide({ ...about, kind, reason, attempt_id: attempt?.id }, 0)
    return
  }
  await gateway.record("bank", transferNotice(finding.txn_ref, transfer.amount, transfer))
  const attempt = await gateway.attempt(finding.txn_ref)
  if (attempt && isPaidBy(attempt, transfer)) return captured(container, transfer, attempt)
  // Another transfer has been quicker.
  await gateway.bank.decide({ ...about, kind: "review", reason: "second", attempt_id: attempt?.id }, 0)
}

async function captured(container: MedusaContainer, { id }: BankTransaction, attempt: PaymentAttempt) {
  const decision = { transaction_id: id, decided_by: SYSTEM, kind: "captured" as const, attempt_id: attempt.id }
  await container.resolve(GATEWAY).bank.decide(decision, 0)
  wakeSettling(container)
}

async function attemptsNamed(container: MedusaContainer, references: string[]): Promise<PaymentAttempt[]> {
  const gateway = container.resolve(GATEWAY)
  const found = await Promise.all(references.map((reference) => gateway.attempt(reference)))
  return found.filter((attempt) => attempt !== undefined).filter(({ provider }) => provider === "bank")
}

/** The attempt's number of the payment is our own number of the transfer that paid it. */
const isPaidBy = (attempt: PaymentAttempt, { id }: BankTransaction) =>
  attempt.state === "captured" && attempt.transaction_no === id
