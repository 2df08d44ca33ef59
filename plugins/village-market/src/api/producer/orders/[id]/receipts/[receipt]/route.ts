import type { MedusaResponse } from "@medusajs/framework/http"
import { ownPartId } from "../../../../../../seller/own-acts"
import type { ProducerRequest } from "../../../../../actors"
import { sendReceipt } from "../../../../../receipt-file"

export const GET = async (req: ProducerRequest, res: MedusaResponse) =>
  sendReceipt(req, res, await ownPartId(req.scope, req.producer.id, String(req.params.id)))
