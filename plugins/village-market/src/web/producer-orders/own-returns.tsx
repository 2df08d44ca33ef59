import type { OwnOrder } from "../../seller/own-orders"
import type { PageContext } from "../page"
import { orders } from "../text/orders"

export type OwnReturn = OwnOrder["returns"][number]

/** "2 cái Bình gốm": what a request is about. */
export function returnedGoods(order: OwnOrder, { line_id, quantity }: OwnReturn): string {
  const line = order.lines.find(({ id }) => id === line_id)
  return line ? `${quantity} ${line.unit} ${line.title}` : String(quantity)
}

export const returnAt = (order: OwnOrder, { id }: OwnReturn) => `/producer/orders/${order.id}/returns/${id}`

/** What buyers ask to send back; those that wait for the producer stand out. */
export function OwnReturns({ page: { lang }, order }: { page: PageContext; order: OwnOrder }) {
  const t = orders[lang]
  if (order.returns.length === 0) return null
  return (
    <section class={order.returns.some(({ open }) => open) ? "notice warn" : "notice"}>
      <h2>{t.returns}</h2>
      {order.returns.map((request) => (
        <div>
          <p>
            {t.returnLine(returnedGoods(order, request), t.returnReason[request.reason])}.{" "}
            <strong>{t.returnStatus[request.status]}.</strong>
            {request.note ? <br /> : null}
            {request.note ? t.buyerSays(request.note) : null}
            {request.answer ? <br /> : null}
            {request.answer ? t.yourAnswer(request.answer) : null}
          </p>
          {request.open ? (
            <p>
              <a class="button" href={returnAt(order, request)}>
                {request.status === "asked" ? t.answerReturn : t.returnReceive}{" "}
                <span class="visually-hidden">{returnedGoods(order, request)}</span>
              </a>
            </p>
          ) : null}
        </div>
      ))}
    </section>
  )
}
