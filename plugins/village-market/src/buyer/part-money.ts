import type { ProducerOrder } from "../modules/trade/rows"

type Priced = Pick<ProducerOrder, "status" | "payment_means" | "total" | "due" | "cash_collected">
/** `done` only when the gateway, or whoever returned it by hand, has confirmed. */
export type Back = { amount: number; done: boolean }

/** What a part means for the buyer's purse, whole đồng. */
export type PartMoney = {
  /** As ordered, and what cancellations and returns took off it. */
  ordered: number
  taken_off: number
  /** What it costs now. */
  costs: number
  paid: number
  /** Still to be paid through the gateway, or in cash to whoever brings it. */
  to_pay: number
  at_door: number
  /** Owed back to the buyer, and what has gone back. */
  going_back: number
  refunded: number
}

/** costs = paid + to_pay + at_door − going_back − refunded, for every part at every time. */
export function partMoney(part: Priced, back: readonly Back[]): PartMoney {
  const { status, total, due, payment_means, cash_collected } = part
  const refunded = sum(back.filter(({ done }) => done))
  const going_back = sum(back) - refunded
  const expired = status === "expired"
  const costs = expired ? 0 : due
  const money = { ordered: total, taken_off: total - costs, costs, refunded, going_back, to_pay: 0, at_door: 0 }
  if (payment_means === "cash") {
    const at_door = cash_collected > 0 ? 0 : costs
    return { ...money, paid: cash_collected, at_door }
  }
  const waits = status === "awaiting_payment"
  return { ...money, paid: waits || expired ? 0 : total, to_pay: waits ? costs : 0 }
}

const sum = (back: readonly Back[]) => back.reduce((total, { amount }) => total + amount, 0)

/** The sums over an order's parts. */
export function orderMoney(parts: readonly PartMoney[]): PartMoney {
  const none = { ordered: 0, taken_off: 0, costs: 0, paid: 0, to_pay: 0, at_door: 0, going_back: 0, refunded: 0 }
  return parts.reduce((sums, part) => {
    const names = Object.keys(none) as (keyof PartMoney)[]
    return Object.fromEntries(names.map((name) => [name, sums[name] + part[name]])) as PartMoney
  }, none)
}
