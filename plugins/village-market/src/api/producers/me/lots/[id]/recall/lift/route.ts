import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { asRecaller, readOwnRecall } from "../../../../../../../recalls/own-recall"
import { LiftDeclaration, liftRecallWorkflow } from "../../../../../../../workflows/lift-recall"
import type { ProducerRequest } from "../../../../../../actors"
import { readBody } from "../../../../../../read-body"

/** Lifts the recall of the lot: `{reason}`. 403 where somebody else recalled it, 404 where nobody did. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const lot = String(req.params.id)
  const { recall } = await readOwnRecall(req.scope, req.producer, lot)
  const { reason } = readBody(LiftDeclaration, req.body)
  if (!recall) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Lô này không bị thu hồi")
  await liftRecallWorkflow(req.scope).run({
    input: { recall_id: recall.id, reason, scope: { producer_id: req.producer.id }, actor: asRecaller(req.producer) },
  })
  res.json(await readOwnRecall(req.scope, req.producer, lot))
}
