import type { MedusaResponse } from "@medusajs/framework/http"
import { readDossier } from "../../../../../office/dossier"
import type { OfficialRequest } from "../../../../actors"

export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  res.json(await readDossier(req.scope, req.official, String(req.params.id)))
}
