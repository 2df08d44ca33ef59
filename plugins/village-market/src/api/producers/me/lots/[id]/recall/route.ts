import type { MedusaResponse } from "@medusajs/framework/http"
import { asRecaller, readOwnRecall } from "../../../../../../recalls/own-recall"
import { RecallDeclaration, recallLotWorkflow } from "../../../../../../workflows/recall-lot"
import type { ProducerRequest } from "../../../../../actors"
import { idempotencyKey } from "../../../../../idempotency-key"
import { readBody } from "../../../../../read-body"

/** What a recall of this lot would touch, and the recall under which it stands. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  res.json(await readOwnRecall(req.scope, req.producer, String(req.params.id)))
}

/** Recalls the lot: `{reason, detail?, advice}`. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const lot = String(req.params.id)
  await readOwnRecall(req.scope, req.producer, lot)
  const declared = readBody(RecallDeclaration, req.body)
  const scope = { producer_id: req.producer.id }
  await recallLotWorkflow(req.scope).run({
    input: { ...declared, lot, scope, actor: asRecaller(req.producer), idempotency_key: idempotencyKey(req) },
  })
  res.status(201).json(await readOwnRecall(req.scope, req.producer, lot))
}
