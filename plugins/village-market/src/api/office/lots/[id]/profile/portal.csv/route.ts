import type { MedusaResponse } from "@medusajs/framework/http"
import { lotInArea } from "../../../../../../office/lots"
import { portalFile } from "../../../../../../seller/lot-profile"
import { sendFile } from "../../../../../../web/page"
import type { OfficialRequest } from "../../../../../actors"

/** The ten fields of TT 02/2024/TT-BKHCN of a lot of the area, as CSV. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) =>
  sendFile(res, await portalFile(req.scope, await lotInArea(req.scope, req.official, String(req.params.id))))
