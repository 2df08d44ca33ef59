import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GATEWAY } from "../../../modules/gateway"
import type { Orphan } from "../../../modules/gateway/orphans"
import { describeOrphan } from "../../../payments/reconcile/describe-orphan"

/** Money that was taken and that is neither in an order nor back with the buyer, longest waiting first. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const found = await req.scope.resolve(GATEWAY).reconciliation.orphans()
  res.json({
    orphan_payments: found.map((orphan) => ({ ...orphan, ...describeOrphan(factsOf(orphan)) })),
    count: found.length,
    amount: found.reduce((sum, { amount }) => sum + amount, 0),
  })
}

const factsOf = ({ completion, superseded, tries, last_error, next_try_at, due }: Orphan) => ({
  ...{ completion, superseded, tries, lastError: last_error, nextTryAt: next_try_at },
  due: due
    ? {
        byGateway: due.by_gateway,
        last: due.last
          ? { state: due.last.state, reason: due.last.reason, nextTryAt: due.last.next_try_at }
          : undefined,
      }
    : undefined,
})
