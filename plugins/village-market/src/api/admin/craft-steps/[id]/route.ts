import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeVocabularyWorkflow, WordChange } from "../../../../workflows/change-vocabulary"
import { readBody } from "../../../read-body"
import { byOperator } from "../../operator"

/** Renames a word, says what it asks for, hides or shows it. Its id and family stay. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const change = readBody(WordChange, req.body)
  const input = { act: "change" as const, id: String(req.params.id), change, actor: await byOperator(req) }
  const { result } = await changeVocabularyWorkflow(req.scope).run({ input })
  res.json({ craft_step: { id: result.id } })
}
