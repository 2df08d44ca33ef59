import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listCollectionPoints } from "../../../office/collection-points"
import { NewCollectionPoint, saveCollectionPointWorkflow } from "../../../workflows/save-collection-point"
import { readBody } from "../../read-body"
import { byOperator } from "../operator"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ collection_points: await listCollectionPoints(req.scope) })
}

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const input = { fields: readBody(NewCollectionPoint, req.body), actor: await byOperator(req) }
  const { result } = await saveCollectionPointWorkflow(req.scope).run({ input })
  res.status(201).json({ collection_point: result })
}
