import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { noteCall } from "../../../../../recalls/own-recall"
import { readRecall } from "../../../../../recalls/read-recall"
import { readBody } from "../../../../read-body"
import { CallNote } from "../../../../read-recall-body"
import { operatorRecaller } from "../../../operator"

/** Marks a buyer as told by phone: `{reach_id, note?}`. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const [recall_id, actor] = [String(req.params.id), await operatorRecaller(req)]
  await readRecall(req.scope, "everywhere", recall_id, actor)
  const call = readBody(CallNote, req.body)
  await noteCall(req.scope, "everywhere", { ...call, recall_id, by: actor.name ?? actor.id })
  res.json({ recall: await readRecall(req.scope, "everywhere", recall_id, actor) })
}
