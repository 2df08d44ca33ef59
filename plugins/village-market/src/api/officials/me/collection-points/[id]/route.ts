import type { MedusaResponse } from "@medusajs/framework/http"
import { pointInArea } from "../../../../../office/collection-points"
import { CollectionPointChange, saveCollectionPointWorkflow } from "../../../../../workflows/save-collection-point"
import { byOfficial, type OfficialRequest } from "../../../../actors"
import { readBody } from "../../../../read-body"

export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  const { official: area } = req
  const { id } = await pointInArea(req.scope, area, String(req.params.id))
  const fields = readBody(CollectionPointChange, req.body)
  const input = { id, fields, actor: byOfficial(req), area }
  const { result } = await saveCollectionPointWorkflow(req.scope).run({ input })
  res.json({ collection_point: result })
}
