import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { noteCall, readOwnRecall } from "../../../../../../../recalls/own-recall"
import type { ProducerRequest } from "../../../../../../actors"
import { readBody } from "../../../../../../read-body"
import { CallNote } from "../../../../../../read-recall-body"

/** Marks one of the household's own buyers as told by phone: `{reach_id, note?}`. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const lot = String(req.params.id)
  const { recall } = await readOwnRecall(req.scope, req.producer, lot)
  const call = readBody(CallNote, req.body)
  if (!recall) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Lô này không bị thu hồi")
  const by = req.producer.name ?? req.producer.id
  await noteCall(req.scope, { producer_id: req.producer.id }, { ...call, recall_id: recall.id, by })
  res.json(await readOwnRecall(req.scope, req.producer, lot))
}
