import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { sendEvidence } from "../evidence/send-evidence"
import { REGISTRY } from "../modules/registry"

/** Sends a private paper of a producer whom the caller has found to be the reader's to see. */
export async function sendEvidenceFile(
  req: MedusaRequest,
  res: MedusaResponse,
  producerId: string,
  evidenceId: string,
) {
  const [evidence] = await req.scope
    .resolve(REGISTRY)
    .listEvidences({ id: evidenceId, producer_id: producerId }, { take: 1 })
  if (!evidence) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không tìm thấy giấy tờ này.")
  await sendEvidence(req.scope, res, evidence)
}
