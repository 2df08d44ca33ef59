import type { MedusaResponse } from "@medusajs/framework/http"
import { TRADE } from "../../../../../../modules/trade"
import { HandOver, handOverWorkflow } from "../../../../../../workflows/hand-over"
import type { ProducerRequest } from "../../../../../actors"
import { readBody } from "../../../../../read-body"

const Body = HandOver.pick({ cash_collected: true, carrier: true, tracking_code: true, lots: true }).partial().strict()

/** Marks a part as handed over; a repeat answers the same. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const body = readBody(Body, req.body)
  const id = String(req.params.id)
  await handOverWorkflow(req.scope).run({ input: { producer_order_id: id, producer_id: req.producer.id, ...body } })
  res.json({ order: await req.scope.resolve(TRADE).findPart(id, { producer_id: req.producer.id }) })
}
