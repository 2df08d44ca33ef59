import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readDossier } from "../../../../office/dossier"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json(await readDossier(req.scope, "everywhere", String(req.params.id)))
}
