import type { MedusaResponse } from "@medusajs/framework/http"
import { LotStep, recordStepWorkflow } from "../../../../../../workflows/record-step"
import type { ProducerRequest } from "../../../../../actors"
import { idempotencyKey } from "../../../../../idempotency-key"
import { readLotBody } from "../../read-lot-body"

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const step = readLotBody(req, LotStep)
  const { result } = await recordStepWorkflow(req.scope).run({
    input: {
      ...step,
      producer_id: req.producer.id,
      lot_id: String(req.params.id),
      idempotency_key: idempotencyKey(req),
    },
  })
  res.status(201).json({ step: result })
}
