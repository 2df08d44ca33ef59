import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { withdrawAsBuyer } from "../../../../../../../../../buyer/buyer-acts"
import { buyersOrder, orderJson } from "../../../../../../buyers-order"

/** The buyer keeps the goods after all. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { holder } = await buyersOrder(req)
  await withdrawAsBuyer(req.scope, holder, String(req.params.part), String(req.params.request))
  res.json({ order: orderJson((await buyersOrder(req)).order) })
}
