/** One order's money as we have it and as Medusa's order book does; whole đồng. */
export type OrderMoney = {
  order_id: string
  display_id: number | null
  /** Captured for it at gateways and collected in cash: within the statement's days, and ever. */
  taken: number
  taken_ever: number
  /** Medusa's captures of the order's payments. */
  medusa_captured: number
  /** Sent back by gateways and in Medusa's reach, within the days and ever, and Medusa's refunds. */
  refunded: number
  refunded_ever: number
  medusa_refunded: number
  /** Returned by hand and long enough ago to be booked, within the days and ever, and Medusa's transactions of them. */
  by_hand: number
  by_hand_ever: number
  medusa_by_hand: number
}

/** What the statement has beside the orders. */
export type BesideOrders = {
  captured: number
  /** Came, and no order holds it: not decided yet, or owed back from the start; transfers in review or given back too. */
  unplaced: number
  never_an_order: number
  refunded: number
  /** Refunds of money that no order ever held: nothing to book. */
  refunded_without_order: number
  by_hand: number
  by_hand_without_order: number
  /** Gone back a moment ago; Medusa's books follow. */
  being_booked: number
}

export type OrderDifference = {
  order_id: string
  display_id: number | null
  what: "captured" | "refunded" | "by_hand"
  ours: number
  medusa: number
}

export type StatementCheck = {
  captured: { statement: number; orders: number; beside: number; difference: number }
  returned: { statement: number; orders: number; beside: number; difference: number }
  orders: OrderDifference[]
  ok: boolean
}

/**
 * Holds the statement against Medusa's order book, to the đồng: all that came stands in an order or in the queue, all
 * that went back is booked or had no order. An order that differs is named; it moves the sum by what it differs.
 */
export function checkStatement(orders: readonly OrderMoney[], beside: BesideOrders): StatementCheck {
  const sum = (of: (order: OrderMoney) => number) => orders.reduce((total, order) => total + of(order), 0)
  const inOrders = sum((o) => o.taken + o.medusa_captured - o.taken_ever)
  const backInOrders = sum(
    (o) => o.refunded + o.medusa_refunded - o.refunded_ever + o.by_hand + o.medusa_by_hand - o.by_hand_ever,
  )
  const besideCaptured = beside.unplaced + beside.never_an_order
  const besideBack = beside.refunded_without_order + beside.by_hand_without_order + beside.being_booked
  const returned = beside.refunded + beside.by_hand
  const found = orders.flatMap(differencesOf)
  const captured = {
    ...{ statement: beside.captured, orders: inOrders, beside: besideCaptured },
    difference: beside.captured - inOrders - besideCaptured,
  }
  const back = {
    ...{ statement: returned, orders: backInOrders, beside: besideBack },
    difference: returned - backInOrders - besideBack,
  }
  return {
    captured,
    returned: back,
    orders: found,
    ok: captured.difference === 0 && back.difference === 0 && found.length === 0,
  }
}

function differencesOf(order: OrderMoney): OrderDifference[] {
  const { order_id, display_id } = order
  const pairs = [
    ["captured", order.taken_ever, order.medusa_captured],
    ["refunded", order.refunded_ever, order.medusa_refunded],
    ["by_hand", order.by_hand_ever, order.medusa_by_hand],
  ] as const
  return pairs.flatMap(([what, ours, medusa]) =>
    ours === medusa ? [] : [{ order_id, display_id, what, ours, medusa }],
  )
}
