import type { MedusaResponse } from "@medusajs/framework/http"
import type { ProducerRequest } from "../../../actors"
import { sendEvidenceFile } from "../../../evidence-file"

/** A producer's own paper; of anybody else's not even the existence is told. */
export const GET = (req: ProducerRequest, res: MedusaResponse) =>
  sendEvidenceFile(req, res, req.producer.id, String(req.params.id))
