import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readStallSale, stallSaleJson } from "../../../../../../seller/stall"
import { pickLanguage } from "../../../../../../web/language"
import { stall } from "../../../../../../web/text/stall"
import { cancelSale } from "../../../../../../workflows/stall/open-stall-sale"
import type { ProducerRequest } from "../../../../../actors"

/** Takes a sale back before it is paid; 409 once the money is there. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const id = String(req.params.id)
  const outcome = await cancelSale(req.scope, req.producer.id, id)
  if (outcome === "unknown") throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such sale")
  if (outcome === "paid") throw new MedusaError(MedusaError.Types.CONFLICT, stall[pickLanguage(req)].paid)
  res.json({ sale: stallSaleJson(await readStallSale(req.scope, req.producer.id, id)) })
}
