import type { MedusaResponse } from "@medusajs/framework/http"
import { producerInScope } from "../../../../../../office/dossier"
import { page } from "../../../../../../web/page"
import { decideEvidenceWorkflow, EvidenceDecision } from "../../../../../../workflows/decide-evidence"
import { byOfficial, type OfficialRequest } from "../../../../../actors"
import { sendEvidenceFile } from "../../../../../evidence-file"
import { readBody } from "../../../../../read-body"

/** The file itself, shown by the browser. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const { producer } = await producerInScope(req.scope, req.official, String(req.params.id))
  await sendEvidenceFile(req, res, producer.id, String(req.params.evidenceId))
}

export const POST = page<OfficialRequest>(async (req) => {
  const { producer } = await producerInScope(req.scope, req.official, String(req.params.id))
  const decision = readBody(EvidenceDecision, req.body)
  await decideEvidenceWorkflow(req.scope).run({
    input: {
      ...decision,
      producer_id: producer.id,
      evidence_id: String(req.params.evidenceId),
      actor: byOfficial(req),
    },
  })
  return { redirect: `/office/producers/${producer.id}?done=evidence#evidence` }
})
