import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendReceipt } from "../../../../../receipt-file"
import { findPart } from "../../../read-part"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) =>
  sendReceipt(req, res, (await findPart(req)).id)
