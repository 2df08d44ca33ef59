import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { settingsOf } from "../../settings"
import { openBook } from "./book"

export type Terminal = { tmnCode: string; secret: string }

/** There is no stand-in in earnest, nor where a demonstration pays at VNPay's own sandbox. */
export function terminalOf(req: MedusaRequest): Terminal {
  const { demo, vnpay, publicUrl, localDir } = settingsOf(req.scope)
  const [secret] = vnpay?.secrets ?? []
  if (!demo || !vnpay || !secret || !vnpay.payUrl.startsWith(`${publicUrl}/demo/vnpay/`)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "No stand-in here")
  }
  openBook(localDir)
  return { tmnCode: vnpay.tmnCode, secret }
}
