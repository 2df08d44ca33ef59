import type { MedusaResponse } from "@medusajs/framework/http"
import { lotInArea } from "../../../../../../office/lots"
import { epcisFile } from "../../../../../../seller/lot-profile"
import { sendFile } from "../../../../../../web/page"
import type { OfficialRequest } from "../../../../../actors"

/** All events of a lot of the area as an EPCIS 2.0 document. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) =>
  sendFile(res, await epcisFile(req.scope, await lotInArea(req.scope, req.official, String(req.params.id))))
