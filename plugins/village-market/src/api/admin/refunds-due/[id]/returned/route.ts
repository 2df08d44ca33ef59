import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../../../../../modules/gateway"
import { wakeRefunds } from "../../../../../payments/carry-out-refunds"
import { gatewaysSetUp } from "../../../../../payments/gateways"
import { readBody } from "../../../../read-body"
import { byOperator } from "../../../operator"

/** How the money went back: the bank's or the gateway's reference. */
const Body = z.object({ note: z.string().trim().min(3).max(500) }).strict()

/**
 * The operator says that the money has gone back; who, when and by which reference are kept. Refused (409) while a gateway
 * returns it: the buyer would get it twice.
 */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { note } = readBody(Body, req.body)
  const { name, id } = await byOperator(req)
  const outcome = await req.scope
    .resolve(GATEWAY)
    .returnByHand(String(req.params.id), { by: name ?? id, note }, gatewaysSetUp(req.scope))
  if (outcome === "unknown_debt") {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such money to be returned")
  }
  if (outcome === "gateway_pays") {
    throw new MedusaError(MedusaError.Types.CONFLICT, "Cổng thanh toán đang trả khoản này, xin đừng trả thêm lần nữa")
  }
  wakeRefunds(req.scope)
  res.json({ id: req.params.id, returned: true })
}
