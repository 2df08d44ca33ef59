import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../modules/gateway"
import { TRADE } from "../../../modules/trade"
import { gatewaysSetUp } from "../../../payments/gateways"
import { refundState } from "../../../payments/refund-state"

/** Money to be returned to buyers, oldest first, and how far the gateway is with it. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const dues = await req.scope.resolve(TRADE).refundsDue()
  const gateway = req.scope.resolve(GATEWAY)
  const progress = await gateway.refundProgress(
    dues.map(({ id }) => id),
    gatewaysSetUp(req.scope),
  )
  const numbers = await orderNumbers(
    req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    dues.flatMap(({ order_id }) => order_id ?? []),
  )
  const alarms = await gateway.reconciliation.openAlarms()
  const late = new Set(alarms.filter(({ kind }) => kind === "refund").map(({ subject }) => subject))
  res.json({
    refunds_due: dues.map((due) => {
      const { last, tries = 0, byGateway = false } = progress.get(due.id) ?? {}
      const state = refundState(due, last)
      return {
        ...due,
        /** The number buyers and producers know the order by. */
        order_no: due.order_id ? (numbers.get(due.order_id) ?? null) : null,
        /** It has waited too long. */
        alarm: late.has(due.id),
        state: state.kind,
        /** Why VNPay refuses, or is asked again: its code or a word of ours. */
        reason_code: "reason" in state ? state.reason : null,
        tries,
        asks: last?.asks ?? 0,
        last_error: last?.last_error ?? null,
        next_try_at: last?.next_try_at ?? null,
        transaction_no: last?.transaction_no ?? null,
        /** Goes back through VNPay by itself. */
        by_gateway: byGateway,
        /** Somebody may return it by hand and say so. */
        by_hand: !byGateway || state.kind === "refused",
      }
    }),
  })
}

async function orderNumbers(pg: Knex, ids: string[]): Promise<Map<string, number>> {
  const rows: { id: string; display_id: number }[] = await pg("order").whereIn("id", ids).select("id", "display_id")
  return new Map(rows.map(({ id, display_id }) => [id, display_id]))
}
