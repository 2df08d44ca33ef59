import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../../../../../../modules/trade"
import { handOverWorkflow } from "../../../../../../workflows/hand-over"
import type { ProducerRequest } from "../../../../../actors"

const Body = z.object({ cash_collected: z.boolean().optional() }).strict()

/** Marks a part as handed over; a repeat answers the same. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { cash_collected } = Body.parse(req.body ?? {})
  const id = String(req.params.id)
  await handOverWorkflow(req.scope).run({
    input: { producer_order_id: id, producer_id: req.producer.id, cash_collected },
  })
  res.json({ order: await req.scope.resolve(TRADE).partOfProducer(id, req.producer.id) })
}
