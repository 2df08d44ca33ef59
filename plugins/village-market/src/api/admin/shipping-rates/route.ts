import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listRates } from "../../../shipping/rate-list"
import { addShippingRateWorkflow, NewShippingRate } from "../../../workflows/add-shipping-rate"
import { readBody } from "../../read-body"
import { byOperator } from "../operator"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json(await listRates(req.scope))
}

/** Another dated row; it begins tomorrow at the earliest. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const input = { ...readBody(NewShippingRate, req.body), actor: await byOperator(req) }
  const { result } = await addShippingRateWorkflow(req.scope).run({ input })
  res.status(201).json({ shipping_rate: result })
}
