import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../modules/gateway"
import { UNDONE } from "../modules/gateway/undone-refunds"
import { REGISTRY } from "../modules/registry"
import { lotsOfLines } from "../modules/traceability/lots/read-lots"
import { recallsOfLines } from "../modules/traceability/recall/read-recalls"
import { TRADE } from "../modules/trade"
import { movesFrom } from "../modules/trade/producer-order-status"
import type { OrderAct, ProducerOrder } from "../modules/trade/rows"
import { left } from "../modules/trade/take-back"
import { gatewaysSetUp } from "../payments/gateways"
import { refundState } from "../payments/refund-state"
import { readablePhone } from "../sms/phone"
import { aheadLines } from "../workflows/reads/ahead-lines"
import { orderHours } from "../workflows/trade/order-hours"
import { orderMoney, partMoney } from "./part-money"

export type BuyerOrder = NonNullable<Awaited<ReturnType<typeof readBuyerOrder>>>
export type BuyerPart = BuyerOrder["parts"][number]
export type BuyerLine = BuyerPart["lines"][number]

/** An order as its buyer sees it: a part per producer, with what may still be done to it. Amounts in whole đồng. */
export async function readBuyerOrder(container: MedusaContainer, orderId: string) {
  const trade = container.resolve(TRADE)
  const rows = await trade.partsOfOrder(orderId)
  const [first] = rows
  if (!first) return undefined
  const ids = rows.map(({ id }) => id)
  const lines = await trade.linesOf(ids)
  const lineIds = lines.map(({ id }) => id)
  const [ahead, acts, returns, refunds, takings, codes, lots, recalls, producers, places, returnHours] =
    await Promise.all([
      aheadLines(container, lineIds),
      trade.actsOf(ids),
      trade.returnsOf(ids),
      readRefunds(container, orderId),
      trade.cashTakingsOf(ids),
      codesOf(container, rows),
      lotsOfLines(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), lineIds),
      recallsOfLines(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), lineIds),
      container.resolve(REGISTRY).listProducers({ id: rows.map(({ producer_id }) => producer_id) }),
      placesOf(container, first),
      orderHours(container, "return"),
    ])
  const of = (partId: string) => (row: { producer_order_id: string | null }) => row.producer_order_id === partId
  const parts = rows.map((part) => {
    const producer = producers.find(({ id }) => id === part.producer_id)
    const back = refunds.filter(of(part.id)).map(backOf)
    const asked = returns.filter(of(part.id))
    return {
      ...part,
      producer: { name: producer?.name ?? "", handle: producer?.handle ?? null },
      money: partMoney(part, back),
      refunds: back,
      cash_takings: takings.filter(of(part.id)),
      /** What the buyer tells whoever takes the cash, once it is paid. */
      cash_code: codes.get(part.id) ?? null,
      lines: lines.filter(of(part.id)).map((line) => ({
        ...line,
        left: left(line),
        /** Units that may still be asked to go back. */
        returnable: left(line) - openReturns(asked, line.id),
        ahead: ahead.find(({ line_id }) => line_id === line.id) ?? null,
        lots: lots.filter(({ line_id }) => line_id === line.id).map(({ code }) => code),
        /** Why goods of this line are being called back, and what to do. */
        recalls: recalls
          .filter(({ line_id }) => line_id === line.id)
          .map(({ code, reason, detail, advice, at }) => ({ code, reason, detail, advice, at })),
      })),
      changes: acts.filter(of(part.id)).flatMap(changeOf),
      returns: asked,
      return_until: part.delivered_at && new Date(part.delivered_at.getTime() + returnHours * 3_600_000),
      may: mayDo(part, returnHours),
    }
  })
  return {
    order_id: orderId,
    order_no: first.display_no.split("-")[0] ?? first.display_no,
    ordered_at: first.created_at,
    deliver_to: [first.buyer_name, readablePhone(first.buyer_phone), first.buyer_address, ...places]
      .filter(Boolean)
      .join(", "),
    parts,
    money: orderMoney(parts.map(({ money }) => money)),
    /** Money that belongs to no part: paid twice, or for a basket that had changed; `undone`: sent back by the bank. */
    other_refunds: refunds
      .filter(({ producer_order_id }) => producer_order_id === null)
      .map((due) => ({ ...backOf(due), undone: due.reason === UNDONE })),
  }
}

/** The codes of the parts whose cash is still to be paid. */
async function codesOf(container: MedusaContainer, parts: ProducerOrder[]): Promise<Map<string, string>> {
  const trade = container.resolve(TRADE)
  const unpaid = parts.filter((part) => part.status !== "awaiting_payment" && partMoney(part, []).at_door > 0)
  return new Map(await Promise.all(unpaid.map(async ({ id }) => [id, await trade.cashCodeOf(id)] as const)))
}

/** A debt with how far it is on its way back; called refunded only once the gateway or a person has confirmed it. */
async function readRefunds(container: MedusaContainer, orderId: string) {
  const dues = await container.resolve(TRADE).refundsOfOrder(orderId)
  const progress = await container.resolve(GATEWAY).refundProgress(
    dues.map(({ id }) => id),
    gatewaysSetUp(container),
  )
  return dues.map((due) => {
    const { kind } = refundState(due, progress.get(due.id)?.last)
    return { ...due, done: kind === "confirmed" || kind === "returned" }
  })
}

const backOf = ({ amount, means, done }: Awaited<ReturnType<typeof readRefunds>>[number]) => ({ amount, means, done })

const openReturns = (returns: { line_id: string; status: string; quantity: number }[], lineId: string) =>
  returns
    .filter(({ line_id, status }) => line_id === lineId && (status === "asked" || status === "accepted"))
    .reduce((sum, { quantity }) => sum + quantity, 0)

/** What a buyer may do with a part now. */
function mayDo(part: ProducerOrder, returnHours: number, now = Date.now()) {
  const moves = movesFrom(part.status, "buyer")
  const { delivered_at } = part
  const inTime = !delivered_at || now <= delivered_at.getTime() + returnHours * 3_600_000
  return {
    cancel: moves.includes("cancel"),
    receive: moves.includes("deliver"),
    ask_return: inTime && (part.status === "handed_over" || part.status === "delivered"),
  }
}

/** A cancellation or return of the audit trail, as far as it concerns the buyer. */
function changeOf({ act, actor_role, reason, detail, at }: OrderAct) {
  if (act !== "cancel" && act !== "return") return []
  const { total = 0, lines = [] } = (detail ?? {}) as {
    total?: number
    lines?: { line_id: string; quantity: number }[]
  }
  const kind: "cancel" | "return" = act
  return [{ kind, by: actor_role, reason: reason ?? "", at, total, lines }]
}

async function placesOf(container: MedusaContainer, order: ProducerOrder): Promise<string[]> {
  const registry = container.resolve(REGISTRY)
  const [[commune], [province]] = await Promise.all([
    registry.listCommunes({ code: order.buyer_commune }),
    registry.listProvinces({ code: order.buyer_province }),
  ])
  return [commune?.full_name, province?.full_name].filter((name) => name !== undefined)
}
