import type { MedusaResponse } from "@medusajs/framework/http"
import { listCollectionPoints } from "../../../../office/collection-points"
import { NewCollectionPoint, saveCollectionPointWorkflow } from "../../../../workflows/save-collection-point"
import { byOfficial, type OfficialRequest } from "../../../actors"
import { readBody } from "../../../read-body"

/** The collection points of the official's area. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  res.json({ collection_points: await listCollectionPoints(req.scope, req.official) })
}

export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  const { official: area } = req
  const input = { fields: readBody(NewCollectionPoint, req.body), actor: byOfficial(req), area }
  const { result } = await saveCollectionPointWorkflow(req.scope).run({ input })
  res.status(201).json({ collection_point: result })
}
