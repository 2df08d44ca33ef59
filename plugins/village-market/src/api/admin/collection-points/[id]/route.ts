import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CollectionPointChange, saveCollectionPointWorkflow } from "../../../../workflows/save-collection-point"
import { readBody } from "../../../read-body"
import { byOperator } from "../../operator"

/** Changes what is given; `active: false` closes the point to new baskets. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const fields = readBody(CollectionPointChange, req.body)
  const input = { id: String(req.params.id), fields, actor: await byOperator(req) }
  const { result } = await saveCollectionPointWorkflow(req.scope).run({ input })
  res.json({ collection_point: result })
}
