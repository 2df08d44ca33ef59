import type { MedusaResponse } from "@medusajs/framework/http"
import { correctLotsWorkflow, LotCorrection } from "../../../../../workflows/correct-lots"
import type { ProducerRequest } from "../../../../actors"
import { idempotencyKey } from "../../../../idempotency-key"
import { readLotBody } from "../read-lot-body"

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { result } = await correctLotsWorkflow(req.scope).run({
    input: { ...readLotBody(req, LotCorrection), producer_id: req.producer.id, idempotency_key: idempotencyKey(req) },
  })
  res.status(201).json({ corrected: result })
}
