import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { partMoney } from "../../../buyer/part-money"
import { REGISTRY } from "../../../modules/registry"
import { TRADE } from "../../../modules/trade"
import { movesFrom } from "../../../modules/trade/producer-order-status"
import { left } from "../../../modules/trade/take-back"
import { hoursLate } from "../../../office/find-orders"
import { byOperator } from "../operator"

/** A part with all that the operator needs to help: lines with their frozen terms, money, returns, history, messages. */
export async function readPart(req: AuthenticatedMedusaRequest) {
  const trade = req.scope.resolve(TRADE)
  const part = await findPart(req)
  const [lines, history, returns, refunds, takings, notices, repairs, siblings, [producer]] = await Promise.all([
    trade.linesOf([part.id]),
    trade.actsOf([part.id]),
    trade.returnsOf([part.id]),
    trade.refundsOfOrder(part.order_id),
    trade.cashTakingsOf([part.id]),
    trade.noticesOf(part.id),
    trade.openRepairs(),
    trade.partsOfOrder(part.order_id),
    req.scope.resolve(REGISTRY).listProducers({ id: part.producer_id }, { take: 1 }),
  ])
  const own = refunds.filter(({ producer_order_id }) => producer_order_id === part.id)
  return {
    ...part,
    hours_late: hoursLate(part) ?? null,
    producer: {
      id: part.producer_id,
      name: producer?.name ?? null,
      phone: producer?.phone ?? "",
      helper_name: producer?.helper_name ?? null,
      helper_phone: producer?.helper_phone ?? null,
    },
    lines: lines.map((line) => ({ ...line, left: left(line) })),
    money: partMoney(
      part,
      own.map(({ amount, returned_at }) => ({ amount, done: returned_at !== null })),
    ),
    refunds: own,
    cash_takings: takings,
    returns,
    history,
    notices: notices.map(({ id, audience, event, created_at, sent_at, tries, last_error }) => ({
      ...{ id, audience, event, created_at, sent_at, tries, last_error },
    })),
    repair: repairs.find(({ order_id }) => order_id === part.order_id) ?? null,
    siblings: siblings
      .filter(({ id }) => id !== part.id)
      .map(({ id, display_no, status }) => ({ id, display_no, status })),
    moves: movesFrom(part.status, "operator"),
  }
}

export async function findPart(req: AuthenticatedMedusaRequest) {
  const part = await req.scope.resolve(TRADE).findPart(String(req.params.id), { all: true })
  if (!part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such producer order")
  return part
}

/** The operator as the audit trail of a part names it. */
export async function asOperator(req: AuthenticatedMedusaRequest) {
  const { id, name } = await byOperator(req)
  return { role: "operator" as const, id, name }
}
