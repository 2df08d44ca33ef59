import type { MedusaResponse } from "@medusajs/framework/http"
import { changeLotsWorkflow, LotSplit } from "../../../../../../workflows/change-lots"
import type { ProducerRequest } from "../../../../../actors"
import { idempotencyKey } from "../../../../../idempotency-key"
import { readLotBody } from "../../read-lot-body"

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { result } = await changeLotsWorkflow(req.scope).run({
    input: {
      ...readLotBody(req, LotSplit),
      ...{ kind: "split", lot_id: String(req.params.id), producer_id: req.producer.id },
      idempotency_key: idempotencyKey(req),
    },
  })
  res.status(201).json({ change: result })
}
