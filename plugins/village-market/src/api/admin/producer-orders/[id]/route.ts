import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readPart } from "../read-part"

/** One part with its lines, money, returns, history, messages, and the moves that are open to the operator. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ producer_order: await readPart(req) })
}
