import type { MedusaResponse } from "@medusajs/framework/http"
import { producerInScope } from "../../../../../../../office/dossier"
import { decideEvidenceWorkflow, EvidenceDecision } from "../../../../../../../workflows/decide-evidence"
import { byOfficial, type OfficialRequest } from "../../../../../../actors"
import { sendEvidenceFile } from "../../../../../../evidence-file"
import { readBody } from "../../../../../../read-body"

/** The file itself. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const { producer } = await producerInScope(req.scope, req.official, String(req.params.id))
  await sendEvidenceFile(req, res, producer.id, String(req.params.evidenceId))
}

/** Marks it: `{ decision: "verify" | "refuse", reason? }`. */
export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  const { producer } = await producerInScope(req.scope, req.official, String(req.params.id))
  const evidence_id = String(req.params.evidenceId)
  const decision = readBody(EvidenceDecision, req.body)
  await decideEvidenceWorkflow(req.scope).run({
    input: { ...decision, producer_id: producer.id, evidence_id, actor: byOfficial(req) },
  })
  res.json({ evidence: { id: evidence_id, status: decision.decision === "verify" ? "verified" : "refused" } })
}
