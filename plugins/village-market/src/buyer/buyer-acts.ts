import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import type { OrderActor } from "../modules/trade/actor"
import { AnswerReturn, answerReturnWorkflow } from "../workflows/answer-return"
import { AskReturn, askReturnWorkflow } from "../workflows/ask-return"
import { CancelLines, cancelLinesWorkflow } from "../workflows/cancel-lines"
import { moveProducerOrderWorkflow } from "../workflows/move-producer-order"

/** Whoever holds the order's key is its buyer; `by` names the login where there is one. */
export type Holder = { order_id: string; by?: string }
type Part = { order_id: string; part_id: string; actor: OrderActor }

const notFound = () => new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")

/** A part of the buyer's own order; any other answers as if there were none. */
async function partOf(container: MedusaContainer, { order_id, by }: Holder, part_id: string): Promise<Part> {
  const part = await container.resolve(TRADE).findPart(part_id, { order_id })
  if (!part) throw notFound()
  return { order_id, part_id, actor: { role: "buyer", id: by ?? order_id, name: part.buyer_name } }
}

export const Cancel = CancelLines.pick({ reason: true, lines: true, key: true }).strict()
export async function cancelAsBuyer(c: MedusaContainer, holder: Holder, id: string, input: z.infer<typeof Cancel>) {
  const { actor } = await partOf(c, holder, id)
  // The key is the sender's own: it must not meet the same word of somebody else's order.
  const key = input.key && `buyer_${id.slice(-26)}_${input.key}`.slice(0, 80)
  const { result } = await cancelLinesWorkflow(c).run({ input: { producer_order_id: id, actor, ...input, key } })
  return result
}

export async function receiveAsBuyer(c: MedusaContainer, holder: Holder, id: string) {
  const { actor } = await partOf(c, holder, id)
  const { result } = await moveProducerOrderWorkflow(c).run({
    input: { producer_order_id: id, move: "deliver", actor },
  })
  return result
}

export const ReturnWish = AskReturn.omit({ producer_order_id: true, actor: true }).strict()
export async function askReturnAsBuyer(
  c: MedusaContainer,
  holder: Holder,
  id: string,
  input: z.infer<typeof ReturnWish>,
) {
  const { actor } = await partOf(c, holder, id)
  const { result } = await askReturnWorkflow(c).run({ input: { producer_order_id: id, actor, ...input } })
  return result
}

export const Withdraw = AnswerReturn.pick({ return_id: true }).extend({ return_id: z.string().min(1).max(80) })
export async function withdrawAsBuyer(c: MedusaContainer, holder: Holder, id: string, return_id: string) {
  const { actor } = await partOf(c, holder, id)
  const { result } = await answerReturnWorkflow(c).run({
    input: { producer_order_id: id, return_id, actor, answer: "withdraw" },
  })
  return result
}
