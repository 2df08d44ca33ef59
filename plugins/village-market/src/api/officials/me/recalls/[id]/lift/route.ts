import type { MedusaResponse } from "@medusajs/framework/http"
import { scopeOfOfficial } from "../../../../../../recalls/lot-in-scope"
import { readRecall } from "../../../../../../recalls/read-recall"
import { LiftDeclaration, liftRecallWorkflow } from "../../../../../../workflows/lift-recall"
import { byOfficialRecall, type OfficialRequest } from "../../../../../actors"
import { readBody } from "../../../../../read-body"

/** Lifts a recall of a lot of the area: `{reason}`. */
export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  const scope = await scopeOfOfficial(req.scope, req.official)
  const [recall_id, actor] = [String(req.params.id), byOfficialRecall(req)]
  await readRecall(req.scope, scope, recall_id, actor)
  const { reason } = readBody(LiftDeclaration, req.body)
  await liftRecallWorkflow(req.scope).run({ input: { recall_id, reason, scope, actor } })
  res.json({ recall: await readRecall(req.scope, scope, recall_id, actor) })
}
