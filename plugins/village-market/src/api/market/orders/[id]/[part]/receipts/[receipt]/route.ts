import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendReceipt } from "../../../../../../receipt-file"
import { ownPart } from "../../../../own-order"

/** The receipt the buyer signed, by the order's own link. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) =>
  sendReceipt(req, res, (await ownPart(req)).part.id)
