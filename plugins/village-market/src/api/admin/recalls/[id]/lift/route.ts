import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readRecall } from "../../../../../recalls/read-recall"
import { LiftDeclaration, liftRecallWorkflow } from "../../../../../workflows/lift-recall"
import { readBody } from "../../../../read-body"
import { operatorRecaller } from "../../../operator"

/** Lifts a recall: `{reason}`. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const [recall_id, actor] = [String(req.params.id), await operatorRecaller(req)]
  await readRecall(req.scope, "everywhere", recall_id, actor)
  const { reason } = readBody(LiftDeclaration, req.body)
  await liftRecallWorkflow(req.scope).run({ input: { recall_id, reason, scope: "everywhere", actor } })
  res.json({ recall: await readRecall(req.scope, "everywhere", recall_id, actor) })
}
