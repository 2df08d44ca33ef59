import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import type { OrderActor } from "../modules/trade/actor"
import { AnswerReturn, answerReturnWorkflow } from "../workflows/answer-return"
import { CancelLines, cancelLinesWorkflow } from "../workflows/cancel-lines"
import { CollectCash, collectCashWorkflow } from "../workflows/collect-cash"
import { HandOver, handOverWorkflow } from "../workflows/hand-over"
import { MoveProducerOrder, moveProducerOrderWorkflow } from "../workflows/move-producer-order"
import { refuseMove } from "../workflows/trade/refuse-move"

/** What a producer does with a part of its own, and what each deed is told. */
export const ACTS = {
  accept: z.object({}).strict(),
  pack: z.object({}).strict(),
  unpack: z.object({}).strict(),
  "hand-over": HandOver.omit({ producer_order_id: true, producer_id: true }).partial().strict(),
  deliver: MoveProducerOrder.pick({ cash: true }).strict(),
  "collect-cash": CollectCash.pick({ cash: true }).strict(),
  /** A refusal before anything was begun: the whole part. */
  decline: CancelLines.pick({ reason: true }).strict(),
  cancel: CancelLines.pick({ reason: true, lines: true, key: true }).strict(),
} as const
export type OwnAct = keyof typeof ACTS
export const isOwnAct = (word: unknown): word is OwnAct => Object.keys(ACTS).some((act) => act === word)

export const ReturnAnswer = AnswerReturn.pick({ note: true, restock: true })
  .extend({ answer: z.enum(["accept", "refuse", "receive"]) })
  .strict()
  // A buyer whose goods are not taken back is owed a reason.
  .refine(({ answer, note }) => answer !== "refuse" || (note ?? "").length >= 3, { path: ["note"], error: "reason" })

type Seller = { id: string; name: string | null }
export type ActInput = { [A in OwnAct]: { act: A; body: z.infer<(typeof ACTS)[A]> } }[OwnAct]

/** Does it; another's part is `NOT_FOUND`, an illegal move refused with its reason, a repeat changes nothing. */
export async function actAsProducer(
  container: MedusaContainer,
  seller: Seller,
  id: string,
  input: ActInput,
): Promise<void> {
  const { part, actor } = await ownPart(container, seller, id)
  const producer_order_id = part.id
  switch (input.act) {
    case "accept":
    case "pack":
    case "unpack":
    case "deliver":
      await moveProducerOrderWorkflow(container).run({
        input: { producer_order_id, actor, move: input.act, ...input.body },
      })
      return
    case "hand-over":
      await handOverWorkflow(container).run({
        input: { producer_order_id, producer_id: seller.id, ...input.body },
      })
      return
    case "collect-cash":
      await collectCashWorkflow(container).run({ input: { producer_order_id, actor, ...input.body } })
      return
    case "decline":
      // What is accepted is cancelled, with lines to choose; a decline said twice is one.
      if (part.status === "cancelled") return
      if (part.status !== "placed") refuseMove({ why: "not_now" })
      await cancelLinesWorkflow(container).run({
        input: { producer_order_id, actor, key: `decline_${id}`, ...input.body },
      })
      return
    case "cancel": {
      const { key, ...body } = input.body
      await cancelLinesWorkflow(container).run({
        input: { producer_order_id, actor, ...body, ...(key ? { key: keyOfPart(id, key) } : {}) },
      })
    }
  }
}

/** The key is the sender's own: it must not meet the same word of somebody else's order. */
const keyOfPart = (id: string, key: string) => `${id.slice(-26)}_${key}`.slice(0, 80)

/** Whether the cancellation of this key was made: a form sent twice is one, though less is left the second time. */
export async function isCancelled(container: MedusaContainer, id: string, key: string): Promise<boolean> {
  const changes = await container.resolve(TRADE).changesOf([id])
  return changes.some((change) => change.id === `pochg_${keyOfPart(id, key)}`)
}

export async function answerReturnAsProducer(
  container: MedusaContainer,
  seller: Seller,
  { id, return_id }: { id: string; return_id: string },
  answer: z.infer<typeof ReturnAnswer>,
): Promise<void> {
  const { part, actor } = await ownPart(container, seller, id)
  await answerReturnWorkflow(container).run({ input: { producer_order_id: part.id, return_id, actor, ...answer } })
}

/** The id of a part of this producer; anybody else's is `NOT_FOUND`. */
export async function ownPartId(container: MedusaContainer, producer_id: string, id: string): Promise<string> {
  return (await ownPart(container, { id: producer_id, name: null }, id)).part.id
}

/** A part of this producer, and the producer as the audit trail names it; anybody else's part is `NOT_FOUND`. */
export async function ownPart(container: MedusaContainer, { id: producer_id, name }: Seller, id: string) {
  const part = await container.resolve(TRADE).findPart(id, { producer_id })
  if (!part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  const actor: OrderActor = { role: "producer", id: producer_id, name }
  return { part, actor }
}
