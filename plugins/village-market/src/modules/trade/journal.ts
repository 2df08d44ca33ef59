import { bookingOf } from "./booking"
import { amountsOf } from "./line-share"
import type { ProducerOrder, ProducerOrderLine } from "./rows"

export type JournalKind = "placed" | "cancelled" | "handed_over" | "settled" | "returned"

/** Some units of a line, and whether their share of the shipping is in it. */
export type LinePiece = { line: ProducerOrderLine; from: number; to: number; with_shipping: boolean }

/**
 * A row of the sales journal: signed amounts of whole đồng, so that sums need no knowledge of kinds. `net` is the
 * seller's revenue (statistics facts §1.3, formula 2): the goods without VAT, less the discount the seller bears.
 * `settled` is what has been paid for the goods.
 */
export function saleEvent(
  kind: JournalKind,
  part: ProducerOrder,
  { line, from, to, with_shipping }: LinePiece,
  { at, key, settled }: { at: Date; key: string; settled: boolean },
) {
  const booked = bookingOf(at)
  const takes = kind === "cancelled" || kind === "returned"
  // Minus nought would be another number than nought to a strict comparison.
  const signed = (amount: number) => (amount === 0 ? 0 : takes ? -amount : amount)
  const own = amountsOf(line, from, to)
  const paid = signed(own.goods - own.discount)
  const amounts = {
    goods: signed(own.goods),
    discount: signed(own.discount),
    discount_platform: signed(own.discount_platform),
    shipping: with_shipping ? signed(own.shipping) : 0,
    vat: signed(own.vat),
    commission: signed(own.commission),
    tax_vat: signed(own.tax_vat),
    tax_pit: signed(own.tax_pit),
  }
  const nothing = Object.fromEntries(Object.keys(amounts).map((name) => [name, 0])) as typeof amounts
  const booked_amounts = kind === "settled" ? nothing : amounts
  return {
    id: `${line.id}:${key}`,
    kind,
    occurred_at: at,
    booked_day: booked.day,
    booked_month: booked.month,
    order_id: part.order_id,
    producer_order_id: part.id,
    line_id: line.id,
    producer_id: part.producer_id,
    holding: line.holding,
    producer_kind: line.producer_kind,
    commune_code: line.commune_code,
    village_id: line.village_id,
    vsic_code: line.vsic_code,
    vsic_version: line.vsic_version,
    ocop_stars: line.ocop_stars,
    buyer_province: part.buyer_province,
    channel: part.channel,
    // What was promised in cash and paid by QR at the door counts as the bank's.
    payment_means: settled && part.collected_by ? part.collected_by : part.payment_means,
    quantity: kind === "settled" ? 0 : signed(to - from),
    ...booked_amounts,
    net: booked_amounts.goods - booked_amounts.discount + booked_amounts.discount_platform - booked_amounts.vat,
    settled: settled ? paid : 0,
  }
}
export type SaleEvent = ReturnType<typeof saleEvent>

/** What the buyer pays or gets back by rows of the journal: goods, less discount, with shipping. */
export const priceOf = (rows: { goods: number; discount: number; shipping: number }[]) =>
  rows.reduce((sum, { goods, discount, shipping }) => sum + goods - discount + shipping, 0)
