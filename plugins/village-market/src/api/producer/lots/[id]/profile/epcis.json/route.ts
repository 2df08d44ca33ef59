import type { MedusaResponse } from "@medusajs/framework/http"
import { epcisFile } from "../../../../../../seller/lot-profile"
import { sendFile } from "../../../../../../web/page"
import type { ProducerRequest } from "../../../../../actors"

/** All events of an own lot as an EPCIS 2.0 document. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) =>
  sendFile(res, await epcisFile(req.scope, { id: String(req.params.id), producer_id: req.producer.id }))
