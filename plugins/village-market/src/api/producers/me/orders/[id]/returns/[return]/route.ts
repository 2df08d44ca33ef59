import type { MedusaResponse } from "@medusajs/framework/http"
import { answerReturnAsProducer, ReturnAnswer } from "../../../../../../../seller/own-acts"
import { readOwnOrder } from "../../../../../../../seller/own-orders"
import type { ProducerRequest } from "../../../../../../actors"
import { readBody } from "../../../../../../read-body"

/** `{answer: "accept" | "refuse" | "receive", note?, restock?}`: a refusal needs a note, which the buyer reads. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const id = String(req.params.id)
  await readOwnOrder(req.scope, req.producer.id, id)
  const answer = readBody(ReturnAnswer, req.body)
  await answerReturnAsProducer(req.scope, req.producer, { id, return_id: String(req.params.return) }, answer)
  res.json({ order: await readOwnOrder(req.scope, req.producer.id, id) })
}
