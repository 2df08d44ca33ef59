import type { MedusaResponse } from "@medusajs/framework/http"
import { changeLotsWorkflow, LotTransformation } from "../../../../../workflows/change-lots"
import type { ProducerRequest } from "../../../../actors"
import { idempotencyKey } from "../../../../idempotency-key"
import { readLotBody } from "../read-lot-body"

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { result } = await changeLotsWorkflow(req.scope).run({
    input: {
      ...readLotBody(req, LotTransformation),
      ...{ kind: "transformation", producer_id: req.producer.id },
      idempotency_key: idempotencyKey(req),
    },
  })
  res.status(201).json({ change: result })
}
