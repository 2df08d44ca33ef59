import type { MedusaResponse } from "@medusajs/framework/http"
import { openRawLotWorkflow, RawLot } from "../../../../../workflows/open-raw-lot"
import type { ProducerRequest } from "../../../../actors"
import { idempotencyKey } from "../../../../idempotency-key"
import { readLotBody } from "../read-lot-body"

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { result } = await openRawLotWorkflow(req.scope).run({
    input: { ...readLotBody(req, RawLot), producer_id: req.producer.id, idempotency_key: idempotencyKey(req) },
  })
  res.status(201).json({ lot: result })
}
