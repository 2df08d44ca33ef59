import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { sendEvidence } from "../evidence/send-evidence"
import { TRADE } from "../modules/trade"

/** Sends a receipt of a part that the caller may see; one of another part is not found. */
export async function sendReceipt(req: MedusaRequest, res: MedusaResponse, partId: string): Promise<void> {
  const receipts = await req.scope.resolve(TRADE).cashReceiptsOf([partId])
  const receipt = receipts.find(({ id }) => id === req.params.receipt)
  if (!receipt) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  await sendEvidence(req.scope, res, receipt)
}
