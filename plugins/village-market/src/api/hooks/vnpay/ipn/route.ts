import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorText } from "../../../../error-text"
import { GATEWAY } from "../../../../modules/gateway"
import { readNotice } from "../../../../modules/gateway/vnpay/notice"
import { mayNotify } from "../../../../modules/gateway/vnpay/settings"
import { reply } from "../../../../modules/gateway/vnpay/verdict"
import { wakeSettling } from "../../../../payments/settle-payments"
import { settingsOf } from "../../../../settings"

/**
 * VNPay's payment notice (IPN, PAY 2.1.0). What is answered 00 is committed; the order follows from the stored row,
 * after the answer. 99 says that nothing was stored and that VNPay shall call again.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { vnpay } = settingsOf(req.scope)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  if (!vnpay) {
    res.status(404).json({ message: "VNPay is not set up" })
    return
  }
  if (!mayNotify(vnpay, req.ip)) {
    logger.warn(`VNPay notice from ${req.ip}, which is not among the allowed addresses`)
    res.status(403).json(reply("99"))
    return
  }
  const notice = readNotice(req.originalUrl, vnpay)
  if (!notice) {
    logger.warn(`VNPay notice from ${req.ip} without a valid signature`)
    res.json(reply("97"))
    return
  }
  try {
    const verdict = await req.scope.resolve(GATEWAY).record("vnpay", notice)
    logger.info(`VNPay notice ${notice.txnRef} ${notice.responseCode}/${notice.transactionStatus}: ${verdict}`)
    res.json(reply(verdict))
    if (verdict === "00" && notice.outcome === "captured") wakeSettling(req.scope)
  } catch (error) {
    logger.error(`VNPay notice ${notice.txnRef} was not stored: ${errorText(error)}`)
    res.json(reply("99"))
  }
}
