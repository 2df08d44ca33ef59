import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { sendEvidence } from "../../../../evidence/send-evidence"
import { REGISTRY } from "../../../../modules/registry"
import type { ProducerRequest } from "../../../actors"

/** A producer's own document; of anybody else's not even the existence is told. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const [evidence] = await req.scope
    .resolve(REGISTRY)
    .listEvidences({ id: String(req.params.id), producer_id: req.producer.id })
  if (!evidence) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such document / Không có giấy tờ này")
  await sendEvidence(req.scope, res, evidence)
}
