import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readTransfers } from "../../../payments/bank/read-transfers"

/** Transfers that wait for a person's decision, each with what it may have been meant for; `?state=decided` the others. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const state = req.query.state === "decided" ? "decided" : "review"
  res.json({ bank_transfers: await readTransfers(req.scope, state) })
}
