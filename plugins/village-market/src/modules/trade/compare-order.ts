import type { PlacedOrder } from "./freeze-parts"
import { priceOf } from "./journal"
import { LINE_AMOUNTS } from "./line-share"
import { GATEWAY_MEANS, type PartChange, type ProducerOrder, type ProducerOrderLine, type RefundDue } from "./rows"

/** Something two books disagree on; amounts in whole đồng, units as counted. */
export type Difference = { what: string; expected: number | string; found: number | string }

export type JournalRow = { line_id: string; kind: string; quantity: number } & Record<
  (typeof LINE_AMOUNTS)[number],
  number
>

/** One order as Medusa has it and as we do. */
export type Books = {
  medusa: {
    order: PlacedOrder
    /** Today's total, credit lines taken off. */
    total: number
    refunded: number
    captured: number
  }
  parts: ProducerOrder[]
  lines: ProducerOrderLine[]
  journal: JournalRow[]
  changes: PartChange[]
  refunds: RefundDue[]
}

/**
 * Derives the parts anew from Medusa's order, and the state of each from the journal, and names all that does not agree
 * with the rows. What follows a change a moment later (Medusa's total, a refund's booking) counts only once it has.
 */
export function compareOrder(books: Books): Difference[] {
  const found: Difference[] = []
  const same = (what: string, expected: number | string, is: number | string | undefined) => {
    if (expected !== is) found.push({ what, expected, found: is ?? "missing" })
  }
  compareSale(books, same)
  compareJournal(books, same)
  compareMoney(books, same)
  return found
}

type Same = (what: string, expected: number | string, is: number | string | undefined) => void

function compareSale({ medusa: { order }, parts, lines }: Books, same: Same) {
  const bought = new Set(order.items.map(({ id }) => id))
  for (const item of order.items) {
    const line = lines.find(({ order_line_id }) => order_line_id === item.id)
    same(`line ${item.id} quantity`, item.quantity, line?.quantity)
    same(`line ${item.id} unit price`, item.unit_price, line?.unit_price)
    const discount = item.discounts.reduce((sum, { amount }) => sum + amount, 0)
    same(`line ${item.id} discount`, discount, line?.discount)
  }
  for (const line of lines) if (!bought.has(line.order_line_id)) same(`line ${line.id}`, "not sold", "a line of a part")
  same(
    "shipping",
    order.shipping.reduce((sum, { amount }) => sum + amount, 0),
    parts.reduce((sum, part) => sum + part.shipping, 0),
  )
  for (const part of parts) {
    const own = lines.filter(({ producer_order_id }) => producer_order_id === part.id)
    const sum = (name: "goods" | "discount" | "shipping") => own.reduce((total, line) => total + line[name], 0)
    same(`part ${part.display_no} goods`, sum("goods"), part.goods)
    same(`part ${part.display_no} discount`, sum("discount"), part.discount)
    same(`part ${part.display_no} shipping`, sum("shipping"), part.shipping)
  }
}

function compareJournal({ parts, lines, journal, changes }: Books, same: Same) {
  for (const part of parts) {
    const own = lines.filter(({ producer_order_id }) => producer_order_id === part.id)
    const ids = new Set(own.map(({ id }) => id))
    const rows = journal.filter(({ line_id }) => ids.has(line_id))
    const placed = part.placed_at !== null
    const sale = rows.filter(({ kind }) => ["placed", "cancelled", "returned"].includes(kind))
    if (placed) same(`part ${part.display_no} price by its journal`, part.due, priceOf(sale))
    const changed = changes.filter(({ producer_order_id }) => producer_order_id === part.id)
    same(
      `part ${part.display_no} price by its changes`,
      part.due,
      part.total - changed.reduce((sum, { total }) => sum + total, 0),
    )
    for (const line of own) {
      const of = (kind: string) => rows.filter((row) => row.line_id === line.id && row.kind === kind)
      const units = (kind: string) => of(kind).reduce((sum, { quantity }) => sum + quantity, 0)
      const named = `line ${line.order_line_id}`
      for (const name of LINE_AMOUNTS) {
        const booked = of("placed").reduce((sum, row) => sum + row[name], 0)
        same(`${named} ${name} when placed`, placed ? line[name] : 0, booked)
      }
      if (placed) same(`${named} cancelled`, line.cancelled, 0 - units("cancelled"))
      same(`${named} returned`, line.returned, 0 - units("returned"))
      same(`${named} handed over`, part.handed_over_at ? line.quantity - line.cancelled : 0, units("handed_over"))
    }
  }
}

function compareMoney({ medusa, parts, changes, refunds }: Books, same: Same) {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const following = changes.some(({ followed_at }) => !followed_at)
  if (!following) same("order total in Medusa", sum(parts.map(({ due }) => due)), medusa.total)
  const collected = sum(parts.map(({ cash_collected }) => cash_collected))
  const [first] = parts
  if (first?.payment_means === "cash") same("cash captured in Medusa", collected, medusa.captured)
  // A debt that names its payment is money no order held, such as the second of two payments.
  const byGateway = refunds.filter(
    ({ means, returned_at, payment_attempt_id }) =>
      GATEWAY_MEANS.includes(means) && returned_at && payment_attempt_id === null,
  )
  if (byGateway.length > 0) same("refunded in Medusa", sum(byGateway.map(({ amount }) => amount)), medusa.refunded)
  const paid = first?.payment_means === "cash" ? collected : medusa.captured
  const owed = sum(refunds.filter(({ change_id }) => change_id).map(({ amount }) => amount))
  const kept = sum(
    parts.filter((part) => part.payment_means !== "cash" || part.cash_collected > 0).map(({ due }) => due),
  )
  if (paid > 0 && first?.placed_at) same("paid less owed back", kept, paid - owed)
}
