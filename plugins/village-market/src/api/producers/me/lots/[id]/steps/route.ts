import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { LotStep, recordStep } from "../../../../../../workflows/record-step"
import type { ProducerRequest } from "../../../../../actors"
import { idempotencyKey } from "../../../../../idempotency-key"
import { readLotBody } from "../../read-lot-body"

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const step = readLotBody(req, LotStep)
  const added = await recordStep(req.scope, {
    ...step,
    producer_id: req.producer.id,
    lot_id: String(req.params.id),
    idempotency_key: idempotencyKey(req),
  })
  if (!added.ok) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A step without a photo failed by one")
  res.status(201).json({ step: { id: added.id } })
}
