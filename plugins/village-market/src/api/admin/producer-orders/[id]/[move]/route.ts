import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CancelLines, cancelLinesWorkflow } from "../../../../../workflows/cancel-lines"
import { CollectCash, collectCashWorkflow } from "../../../../../workflows/collect-cash"
import { MoveProducerOrder, moveProducerOrderWorkflow } from "../../../../../workflows/move-producer-order"
import { readBody } from "../../../../read-body"
import { asOperator, findPart, readPart } from "../../read-part"

/** On behalf of somebody else: the reason stands in the part's history. */
const reason = z.string().trim().min(3).max(500)
const Move = MoveProducerOrder.pick({ cash: true, carrier: true, tracking_code: true, not_recalled: true })
  .extend({ reason })
  .strict()
const Cancel = CancelLines.pick({ lines: true, key: true }).extend({ reason }).strict()

const Collect = CollectCash.pick({ cash: true }).extend({ reason }).strict()

/**
 * accept, pack, unpack, hand_over, deliver, complete, expire, cancel, collect_cash; body `{reason, …}`, `lines` for a part of a part.
 * 409 when the part's state does not allow it.
 */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const move = z
    .union([MoveProducerOrder.shape.move, z.enum(["cancel", "collect_cash"])])
    .safeParse(req.params.move).data
  if (!move) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  const { id: producer_order_id } = await findPart(req)
  const actor = await asOperator(req)
  if (move === "cancel") {
    await cancelLinesWorkflow(req.scope).run({ input: { producer_order_id, actor, ...readBody(Cancel, req.body) } })
  } else if (move === "collect_cash") {
    const { cash } = readBody(Collect, req.body)
    await collectCashWorkflow(req.scope).run({ input: { producer_order_id, actor, cash } })
  } else {
    const how = readBody(Move, req.body)
    await moveProducerOrderWorkflow(req.scope).run({ input: { producer_order_id, move, actor, ...how } })
  }
  res.json({ producer_order: await readPart(req) })
}
