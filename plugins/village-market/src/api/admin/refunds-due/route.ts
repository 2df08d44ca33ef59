import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GATEWAY } from "../../../modules/gateway"
import { TRADE } from "../../../modules/trade"
import { refundState } from "../../../payments/refund-state"

/** Money to be returned to buyers, oldest first, and how far the gateway is with it. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const dues = await req.scope.resolve(TRADE).refundsDue()
  const progress = await req.scope.resolve(GATEWAY).refundProgress(dues.map(({ id }) => id))
  res.json({
    refunds_due: dues.map((due) => {
      const { last, tries = 0, byGateway = false } = progress.get(due.id) ?? {}
      const state = refundState(due, last)
      return {
        ...due,
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
