import type { MedusaResponse } from "@medusajs/framework/http"
import { openDoorQr, readDoorQr } from "../../../../../../payments/door-qr"
import { ownPart } from "../../../../../../seller/own-acts"
import { settingsOf } from "../../../../../../settings"
import { refuseMove } from "../../../../../../workflows/trade/refuse-move"
import type { ProducerRequest } from "../../../../../actors"

/** How paying by QR stands: `none`, `open`, `arrived`, `cash` (cash was quicker) or `over`. Amounts in whole đồng. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  res.json({ qr: await qrOf(req) })
}

/** Opens it, or hands out the code that holds: the text of the VietQR, and a link for whoever brings the goods. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { part } = await ownPart(req.scope, req.producer, String(req.params.id))
  if (!(await openDoorQr(req.scope, part.id))) refuseMove({ why: "not_now" })
  res.json({ qr: await qrOf(req) })
}

async function qrOf(req: ProducerRequest) {
  const { part } = await ownPart(req.scope, req.producer, String(req.params.id))
  const { state, attempt_id, transfer } = await readDoorQr(req.scope, part)
  if (!transfer) return { state }
  const { amount, reference, payload, expires_at, looked_at } = transfer
  const link = `${settingsOf(req.scope).publicUrl}/market/pay/qr/${attempt_id}`
  return { state, amount, reference, payload, expires_at, looked_at, link }
}
