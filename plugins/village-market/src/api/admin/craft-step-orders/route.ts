import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeVocabularyWorkflow, WordOrder } from "../../../workflows/change-vocabulary"
import { readBody } from "../../read-body"
import { byOperator } from "../operator"

/** The order of a family's words: all their ids, hidden ones too. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const order = readBody(WordOrder, req.body)
  await changeVocabularyWorkflow(req.scope).run({ input: { act: "order", order, actor: await byOperator(req) } })
  res.json({ order })
}
