import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { latestPhoneOrders } from "../../../modules/trade/phone-orders"
import { keyInOrder } from "../../../workflows/key-in-order"
import { idempotencyKey } from "../../idempotency-key"
import { readPhoneOrder } from "../../read-phone-order"
import { byOperator } from "../operator"

const LATEST = 50

/** Orders that came by phone, newest first. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ phone_orders: await latestPhoneOrders(db, LATEST) })
}

/** An order that came to the operator by phone, of any producers. The same `Idempotency-Key` makes one order. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const form = readPhoneOrder(req)
  const { id, name } = await byOperator(req)
  const { order_id } = await keyInOrder(req.scope, { kind: "operator", id, name }, form, idempotencyKey(req))
  res.status(201).json({ order_id })
}
