import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveAsBuyer } from "../../../../../../../buyer/buyer-acts"
import { buyersOrder, orderJson } from "../../../../buyers-order"

/** The buyer has the goods of a part. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { holder } = await buyersOrder(req)
  await receiveAsBuyer(req.scope, holder, String(req.params.part))
  res.json({ order: orderJson((await buyersOrder(req)).order) })
}
