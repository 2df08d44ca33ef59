import type { MedusaResponse } from "@medusajs/framework/http"
import { producerInScope } from "../../../../../../../../office/dossier"
import { decideOcopWorkflow, OcopDecision } from "../../../../../../../../workflows/decide-ocop"
import { byOfficial, type OfficialRequest } from "../../../../../../../actors"
import { readBody } from "../../../../../../../read-body"

/** `{ decision: "verify", decision_number, decided_on }` or `{ decision: "unverify", reason? }`. */
export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  const { producer } = await producerInScope(req.scope, req.official, String(req.params.id))
  const listing_id = String(req.params.listingId)
  const decision = readBody(OcopDecision, req.body)
  await decideOcopWorkflow(req.scope).run({
    input: { ...decision, producer_id: producer.id, listing_id, actor: byOfficial(req) },
  })
  res.json({ listing: { id: listing_id, ocop_status: decision.decision === "verify" ? "verified" : "unverified" } })
}
