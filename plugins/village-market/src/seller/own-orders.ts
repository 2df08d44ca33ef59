import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../modules/registry"
import { lotsOfLines, openLotsOf } from "../modules/traceability/lots/read-lots"
import { holdsOf } from "../modules/traceability/recall/holds"
import { recallsOfLines } from "../modules/traceability/recall/read-recalls"
import { TRADE } from "../modules/trade"
import { movesFrom } from "../modules/trade/producer-order-status"
import type { OrderAct, ProducerOrder } from "../modules/trade/rows"
import { left } from "../modules/trade/take-back"
import { aheadLines } from "../workflows/reads/ahead-lines"
import { orderHours } from "../workflows/trade/order-hours"
import { groupCounts } from "./order-groups"
import { filterOf, type OwnOrderSearch } from "./own-order-search"

export type OwnOrders = Awaited<ReturnType<typeof listOwnOrders>>
export type OwnOrder = Awaited<ReturnType<typeof readOwnOrder>>
export type OwnLine = OwnOrder["lines"][number]

/** The parts a producer has heard of, newest first, with how many there are and how many in each group. */
export async function listOwnOrders(container: MedusaContainer, producer_id: string, search: OwnOrderSearch) {
  const trade = container.resolve(TRADE)
  const [{ parts, count }, counts] = await Promise.all([
    trade.listParts({ producer_id }, filterOf(search)),
    trade.countParts({ producer_id }),
  ])
  const ids = parts.map(({ id }) => id)
  const [lines, returns] = await Promise.all([trade.linesOf(ids), trade.returnsOf(ids)])
  const orders = parts.map((part) => ({
    ...part,
    lines: lines.filter(({ producer_order_id }) => producer_order_id === part.id).map(withLeft),
    /** Requests the producer has yet to answer or to take the goods of. */
    open_returns: returns.filter(({ producer_order_id, ...one }) => producer_order_id === part.id && isOpen(one))
      .length,
  }))
  return { orders, count, counts: groupCounts(counts) }
}

/** Everything about a part of this producer; another's or an unknown one is `NOT_FOUND`. Amounts in whole đồng. */
export async function readOwnOrder(container: MedusaContainer, producer_id: string, id: string) {
  const trade = container.resolve(TRADE)
  const part = await trade.findPart(id, { producer_id })
  if (!part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [lines, acts, returns, refunds, takings, receipts, address, returnHours] = await Promise.all([
    trade.linesOf([id]),
    trade.actsOf([id]),
    trade.returnsOf([id]),
    trade.refundsOfOrder(part.order_id),
    trade.cashTakingsOf([id]),
    trade.cashReceiptsOf([id]),
    addressOf(container, part),
    orderHours(container, "return"),
  ])
  const may = movesFrom(part.status, "producer")
  const lineIds = lines.map((line) => line.id)
  const [ahead, served, holds, recalls, lots] = await Promise.all([
    aheadLines(container, lineIds),
    lotsOfLines(pg, lineIds),
    holdsOf(pg, lineIds),
    recallsOfLines(pg, lineIds),
    may.includes("hand_over")
      ? openLotsOf(
          pg,
          producer_id,
          lines.map(({ listing_id }) => listing_id),
        )
      : [],
  ])
  return {
    ...part,
    lines: lines.map((line) => ({
      ...withLeft(line),
      lots: served.filter(({ line_id }) => line_id === line.id).map(({ code }) => code),
      /** Recalled lots of which its goods may be; they leave from another lot only. */
      held_for: [...new Set(holds.filter(({ line_id }) => line_id === line.id).flatMap(({ codes }) => codes))],
      /** Lots under recall of which goods have left. */
      recalled_lots: recalls.filter(({ line_id }) => line_id === line.id).map(({ code }) => code),
      /** Lots of the producer that hold enough to serve the line. */
      open_lots: lots.filter((lot) => lot.listing_id === line.listing_id && lot.left >= line.quantity - line.cancelled),
    })),
    /** Lines sold ahead of their harvest, with the day they were promised for. */
    ahead,
    address,
    money: moneyOf(part),
    /** What the buyer gets back of this part; `done` when it has gone back. */
    refunds: refunds
      .filter(({ producer_order_id }) => producer_order_id === id)
      .map(({ amount, means, returned_at }) => ({ amount, means, done: returned_at !== null })),
    /** What was taken in cash, with what shows it; and photos of receipts, newest first. */
    cash_takings: takings,
    receipts: receipts.map(({ id, created_at }) => ({ id, created_at })),
    returns: returns.map((request) => ({ ...request, open: isOpen(request) })),
    return_until: part.delivered_at && new Date(part.delivered_at.getTime() + returnHours * 3_600_000),
    history: acts.map(actOf),
    /** The moves this producer has now. */
    may,
  }
}

const isOpen = ({ status }: { status: string }) => status === "asked" || status === "accepted"

const withLeft = <Line extends { quantity: number; cancelled: number; returned: number }>(
  line: Line & Parameters<typeof left>[0],
) => ({ ...line, left: left(line) })

/** `to_collect` is cash still to be taken from the buyer. */
function moneyOf({ payment_means, due, total, cash_collected }: ProducerOrder) {
  const cash = payment_means === "cash"
  return {
    ordered: total,
    costs: due,
    taken_off: total - due,
    paid: cash ? cash_collected : total,
    to_collect: cash && cash_collected === 0 ? due : 0,
  }
}

/** Who did what when; whoever acted for the marketplace is not named. */
const actOf = ({ act, actor_role, reason, detail, at }: OrderAct) => ({
  ...{ act, by: actor_role, reason, at },
  total: typeof detail?.total === "number" ? detail.total : null,
})

async function addressOf(container: MedusaContainer, part: ProducerOrder): Promise<string> {
  const registry = container.resolve(REGISTRY)
  const [[commune], [province]] = await Promise.all([
    registry.listCommunes({ code: part.buyer_commune }),
    registry.listProvinces({ code: part.buyer_province }),
  ])
  return [part.buyer_address, commune?.full_name, province?.full_name].filter(Boolean).join(", ")
}
