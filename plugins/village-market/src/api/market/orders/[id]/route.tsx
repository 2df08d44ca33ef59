import { readTransfer } from "../../../../buyer/read-transfer"
import { OrderPage } from "../../../../web/orders/order-page"
import { page } from "../../../../web/page"
import { buyerOrder } from "../../../../web/text/buyer-order"
import { ownOrder } from "../own-order"

/** An order as its buyer sees it, by the signed link alone. */
export const GET = page(async (req, page) => {
  const { order, links } = await ownOrder(req)
  const { done, refused } = buyerOrder[page.lang]
  return (
    <OrderPage
      page={page}
      order={order}
      links={links}
      transfer={await readTransfer(req.scope, order)}
      done={keyOf(done, req.query.done)}
      refused={keyOf(refused, req.query.refused)}
    />
  )
})

const keyOf = <T extends object>(texts: T, asked: unknown) =>
  (Object.keys(texts) as (keyof T & string)[]).find((key) => key === asked)
