import type { BuyerOrder, BuyerPart } from "../../buyer/read-buyer-order"
import type { Transfer } from "../../buyer/read-transfer"
import { dateTime, money } from "../format"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { buyerOrder } from "../text/buyer-order"
import { PartCard } from "./part-card"
import { TRANSFER_ASSETS, TransferCard, type TransferLinks } from "./transfer"

export type OrderDone = keyof (typeof buyerOrder)["vi"]["done"]
export type Refused = keyof (typeof buyerOrder)["vi"]["refused"]
/** Where the order's page is, and where its forms go; the key stays in the address. */
export type OrderLinks = TransferLinks & { act: (part: Pick<BuyerPart, "id">, act: string) => string }

type Props = {
  page: PageContext
  order: BuyerOrder
  links: OrderLinks
  /** The transfer the order waits for. */
  transfer?: Transfer
  done?: OrderDone
  refused?: Refused
}

/** A buyer's order: a card per producer, then the money of the whole. */
export function OrderPage({ page, order, links, transfer, done, refused }: Props) {
  const { lang } = page
  const t = buyerOrder[lang]
  return (
    <Layout page={page} title={t.title(order.order_no)} {...(transfer ? TRANSFER_ASSETS : {})}>
      <div class="narrow">
        <h1>{t.title(order.order_no)}</h1>
        {refused ? (
          <div class="errors" role="alert">
            <p>{t.refused[refused]}</p>
          </div>
        ) : (
          <div class="notice good" role="status">
            <p>{done ? t.done[done] : t.thanks}</p>
            {done ? null : <p>{t.keepLink}</p>}
          </div>
        )}
        {transfer ? <TransferCard page={page} transfer={transfer} links={links} /> : null}
        {order.other_refunds.map(({ amount, means, done, undone }) => (
          <div class="notice">
            <h2>{undone ? t.undoneRefund : t.otherRefund}</h2>
            <p>
              {done
                ? t.refundedLine(money(lang, amount))
                : (undone ? t.undoneLine : t.goingBackLine[means])(money(lang, amount))}
            </p>
          </div>
        ))}
        {order.parts.map((part) => (
          <PartCard page={page} part={part} links={links} />
        ))}
        <Sums page={page} order={order} />
      </div>
    </Layout>
  )
}

function Sums({ page: { lang }, order }: { page: PageContext; order: BuyerOrder }) {
  const t = buyerOrder[lang]
  const { ordered, taken_off, costs, paid, to_pay, at_door, going_back, refunded } = order.money
  const rows: [string, number][] = [
    [t.paid, paid],
    [t.toPay, to_pay],
    [t.atDoor, at_door],
    [t.goingBack, going_back],
    [t.refunded, refunded],
  ]
  return (
    <section aria-labelledby="sums">
      <h2 id="sums">{t.sums}</h2>
      <dl class="totals">
        {taken_off > 0 ? (
          <>
            <dt>{t.ordered}</dt>
            <dd>{money(lang, ordered)}</dd>
            <dt>{t.takenOff}</dt>
            <dd>{money(lang, -taken_off)}</dd>
          </>
        ) : null}
        <dt>{taken_off > 0 ? t.costs : t.ordered}</dt>
        <dd>
          <strong>{money(lang, costs)}</strong>
        </dd>
        {rows
          .filter(([, amount]) => amount > 0)
          .map(([label, amount]) => (
            <>
              <dt>{label}</dt>
              <dd>{money(lang, amount)}</dd>
            </>
          ))}
      </dl>
      <dl class="facts">
        <dt>{t.orderedAt}</dt>
        <dd>{dateTime(lang, order.ordered_at)}</dd>
        <dt>{t.deliverTo}</dt>
        <dd>{order.deliver_to}</dd>
      </dl>
    </section>
  )
}
