import { TRADE } from "../../../../modules/trade"
import { readStallSale } from "../../../../seller/stall"
import { type PageContext, page } from "../../../../web/page"
import { lookAgainSoon } from "../../../../web/qr/look-again"
import { SalePage } from "../../../../web/stall/sale-page"
import type { ProducerRequest } from "../../../actors"

/** The QR of a sale; loads itself anew until the money has come, without a script. */
export const GET = page<ProducerRequest>(async (req, page, res) => {
  const here = `/producer/stall/${String(req.params.id)}`
  const props = await stallSaleProps(req, page)
  const waiting = props.sale.state === "open" || props.sale.state === "arrived"
  return <SalePage {...props} looking={waiting && lookAgainSoon(req, res, here)} />
})

/** What the page of a sale of this producer shows; another's is not found. */
export async function stallSaleProps(req: ProducerRequest, page: PageContext) {
  const sale = await readStallSale(req.scope, req.producer.id, String(req.params.id))
  const parts = sale.order_id ? await req.scope.resolve(TRADE).partsOfOrder(sale.order_id) : []
  return { page, sale, partId: parts[0]?.id, here: `/producer/stall/${sale.id}` }
}
