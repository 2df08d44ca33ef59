import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type Transfer, transferOf } from "../buyer/read-transfer"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { newBankReference } from "../modules/gateway/vietqr/reference"
import { TRADE } from "../modules/trade"
import type { ProducerOrder } from "../modules/trade/rows"
import { settingsOf } from "../settings"

/** A carrier is two days on its way; a link that was sent must still hold then. */
const HOURS = 72
/** A code about to run out is not handed out again. */
const LEAST_HOURS = 1

type DoorPart = Pick<ProducerOrder, "id" | "payment_means" | "placed_at" | "cash_collected" | "due">

/** Promised in cash, and the money is still to come: it may be paid by QR, before delivery or at the door. */
export const canPayByQr = ({ payment_means, placed_at, cash_collected, due }: DoorPart) =>
  payment_means === "cash" && placed_at !== null && cash_collected === 0 && due > 0

/**
 * The attempt to pay a part by QR, exactly what it costs now; the one that is there while it holds, else a new one
 * that takes the place of all before. Undefined where nothing is to be paid, or the shop has no bank account.
 */
export async function openDoorQr(container: MedusaContainer, partId: string): Promise<PaymentAttempt | undefined> {
  const gateway = container.resolve(GATEWAY)
  if (!settingsOf(container).bank) return undefined
  return container.resolve(Modules.LOCKING).execute(
    `door-qr:${partId}`,
    async () => {
      const part = await container.resolve(TRADE).findPart(partId, { all: true })
      if (!part || !canPayByQr(part)) return undefined
      const open = (await gateway.attemptsOfSubject("door", partId)).filter(isOpen)
      const good = open.find(({ amount, expires_at }) => amount === part.due && hoursLeft(expires_at) > LEAST_HOURS)
      for (const old of open) if (old !== good) await gateway.supersede(old)
      const expires_at = new Date(Date.now() + HOURS * 3_600_000)
      const [txn_ref, amount] = [newBankReference(), part.due]
      return (
        good ?? gateway.open({ provider: "bank", purpose: "door", subject_id: partId, txn_ref, amount, expires_at })
      )
    },
    { timeout: 30 },
  )
}

const isOpen = ({ state, superseded_at }: PaymentAttempt) => state === "pending" && superseded_at === null
/** Money that could not be taken for this part goes back, and the next code is another attempt. */
const hasArrived = ({ state, completion }: PaymentAttempt) => state === "captured" && completion !== "refund_due"
const hoursLeft = (until: Date | null) => ((until?.getTime() ?? 0) - Date.now()) / 3_600_000

/** `open`: may be paid; `arrived`: the bank has said so; `cash`: cash was quicker; `over`: this code holds no more. */
export type DoorState = "none" | "open" | "arrived" | "cash" | "over"
export type DoorQr = { state: DoorState; attempt_id?: string; transfer?: Transfer }

/** How the payment by QR of a part stands; `attemptId` asks for one code of several. */
export async function readDoorQr(
  container: MedusaContainer,
  part: DoorPart & Pick<ProducerOrder, "collected_by">,
  attemptId?: string,
): Promise<DoorQr> {
  const { bank } = settingsOf(container)
  const gateway = container.resolve(GATEWAY)
  const attempts = await gateway.attemptsOfSubject("door", part.id)
  const attempt = attemptId
    ? attempts.find(({ id }) => id === attemptId)
    : (attempts.find(hasArrived) ?? attempts.find(isOpen) ?? attempts[0])
  if (part.collected_by === "bank") return { state: "arrived", attempt_id: attempt?.id }
  if (part.cash_collected > 0) return { state: "cash" }
  if (!attempt || !bank) return { state: "none" }
  const transfer = transferOf(bank, attempt, await gateway.bank.lookedAtFor(attempt.id))
  if (hasArrived(attempt)) return { state: "arrived", attempt_id: attempt.id, transfer }
  const holds = transfer.state === "waiting" && !attempt.superseded_at && attempt.amount === part.due
  return { state: holds ? "open" : "over", attempt_id: attempt.id, transfer }
}
