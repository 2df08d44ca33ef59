import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { COMMON, CRAFT_FAMILIES } from "../../../modules/traceability/diary/craft-families"
import { readVocabulary } from "../../../modules/traceability/diary/read-vocabulary"
import { changeVocabularyWorkflow, NewWord } from "../../../workflows/change-vocabulary"
import { readBody } from "../../read-body"
import { byOperator } from "../operator"

/** The words for steps, by family in the order of the work, hidden ones too. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const words = await readVocabulary(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  const families = [{ id: COMMON, vi: "Mọi nghề", en: "Every craft" }, ...CRAFT_FAMILIES]
  res.json({
    families: families.map(({ id, vi, en }) => ({ id, vi, en, words: words.filter(({ family }) => family === id) })),
  })
}

/** A new word at the end of its family. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const input = { act: "add" as const, word: readBody(NewWord, req.body), actor: await byOperator(req) }
  const { result } = await changeVocabularyWorkflow(req.scope).run({ input })
  res.status(201).json({ craft_step: { id: result.id } })
}
