import type { Touched, TouchedLot, WaitingLine } from "./read-touched"
import { channelTo } from "./recall-rules"

/**
 * What a recall would touch, as far as it is the viewer's to know. A household sees its own lots, orders and buyers;
 * of others only how many households use its lot: their figures would tell what they sell.
 */
export type RecallPreview = {
  lots: Pick<TouchedLot, "id" | "code" | "title" | "producer_name">[]
  other_households: number
  waiting: WaitingLine[]
  /** Orders with goods that have left, by the way to their buyers. */
  buyers: { email: number; sms: number; no_contact: number }
  /** Lines that left after the lots were made, of which nobody noted the lot. */
  unknown: number
}

export function previewOf(touched: Touched, sendsEmail: boolean, viewer?: { producer_id: string }): RecallPreview {
  const mine = ({ producer_id }: { producer_id: string }) => !viewer || viewer.producer_id === producer_id
  const lots = touched.lots.filter(mine)
  const households = new Set(touched.lots.map(({ producer_id }) => producer_id))
  const buyers = { email: 0, sms: 0, no_contact: 0 }
  for (const order of touched.orders) {
    if (order.parts.some(mine)) buyers[channelTo(order, sendsEmail) ?? "no_contact"] += 1
  }
  return {
    lots: lots.map(({ id, code, title, producer_name }) => ({ id, code, title, producer_name })),
    other_households: viewer ? households.size - (lots.length > 0 ? 1 : 0) : households.size - 1,
    waiting: touched.waiting.filter(mine),
    buyers,
    unknown: touched.unknown.filter(mine).reduce((sum, { lines }) => sum + lines, 0),
  }
}
