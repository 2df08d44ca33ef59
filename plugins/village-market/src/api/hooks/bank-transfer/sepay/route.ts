import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../../modules/gateway"
import { isSepay, SepayBody, sepayTime } from "../../../../modules/gateway/bank/sepay"
import { keepUnread } from "../../../../payments/bank/keep-unread"
import { matchTransfers } from "../../../../payments/bank/match-transfers"
import { settingsOf } from "../../../../settings"

/**
 * SePay's notice of a movement on the shop's account. Answered with success once it is stored, or was stored before;
 * what it pays is found after the answer. SePay repeats what is answered otherwise, seven times within half an hour;
 * so what is signed and not as we know it is kept for a person and answered with success too.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { bank } = settingsOf(req.scope)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const refuse = (status: number, message: string) => void res.status(status).json({ success: false, message })
  if (!bank || bank.webhookSecrets.length === 0) return refuse(404, "SePay is not set up")
  const raw = req.rawBody
  const headers = { timestamp: req.headers["x-sepay-timestamp"], signature: req.headers["x-sepay-signature"] }
  if (!Buffer.isBuffer(raw) || !isSepay(headers, raw, bank.webhookSecrets, Date.now() / 1000)) {
    logger.warn(`SePay notice from ${req.ip} without a valid signature of the last minutes`)
    return refuse(401, "Invalid signature")
  }
  const body = SepayBody.safeParse(req.body)
  const booked_at = body.success ? sepayTime(body.data.transactionDate) : undefined
  if (!body.success || !booked_at) {
    const problem = body.error?.issues.map(({ path }) => path.join(".")).join(", ") || "transactionDate"
    try {
      await keepUnread(req.scope, raw, problem)
      logger.error(`SePay notice signed, but not as we know them: ${problem}`)
      return void res.json({ success: true })
    } catch (error) {
      logger.error(`SePay notice that we cannot read was not stored: ${error}`)
      return refuse(503, "Not stored")
    }
  }
  const { id, accountNumber, transferType, transferAmount, content, referenceCode } = body.data
  try {
    const stored = await req.scope.resolve(GATEWAY).bank.store({
      ...{ source: "sepay", source_id: String(id), statement_id: null, account: accountNumber },
      ...{ direction: transferType, amount: transferAmount, content: content ?? "", booked_at, whole_day: false },
      bank_reference: referenceCode || null,
      raw: raw.toString(),
    })
    logger.info(`SePay notice ${id}: ${transferType} ${transferAmount}${stored.fresh ? "" : ", known"}`)
    res.json({ success: true })
    if (stored.fresh) void matchTransfers(req.scope)
  } catch (error) {
    logger.error(`SePay notice ${id} was not stored: ${error}`)
    refuse(503, "Not stored")
  }
}
