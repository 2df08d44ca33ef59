import { MedusaError } from "@medusajs/framework/utils"
import { page } from "../../../../../web/page"
import { SalePage } from "../../../../../web/stall/sale-page"
import { stall } from "../../../../../web/text/stall"
import { cancelSale } from "../../../../../workflows/stall/open-stall-sale"
import type { ProducerRequest } from "../../../../actors"
import { stallSaleProps } from "../route"

export const POST = page<ProducerRequest>(async (req, page) => {
  const outcome = await cancelSale(req.scope, req.producer.id, String(req.params.id))
  if (outcome === "unknown") throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such sale")
  if (outcome === "cancelled") return { redirect: `/producer/stall/${String(req.params.id)}` }
  const props = await stallSaleProps(req, page)
  return { status: 409, body: <SalePage {...props} looking={false} error={stall[page.lang].paid} /> }
})
