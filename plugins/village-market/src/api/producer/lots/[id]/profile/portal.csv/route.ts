import type { MedusaResponse } from "@medusajs/framework/http"
import { portalFile } from "../../../../../../seller/lot-profile"
import { sendFile } from "../../../../../../web/page"
import type { ProducerRequest } from "../../../../../actors"

/** The ten fields of TT 02/2024/TT-BKHCN of an own lot, as CSV. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) =>
  sendFile(res, await portalFile(req.scope, { id: String(req.params.id), producer_id: req.producer.id }))
