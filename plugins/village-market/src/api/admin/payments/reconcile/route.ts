import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../../../../modules/gateway"
import { reconcilePayments } from "../../../../payments/reconcile/reconcile-payments"
import { readBody } from "../../../read-body"

/** `all`: asks about every payment without a final answer, also those whose turn has not come. */
const Body = z.object({ all: z.boolean().default(false) }).strict()

/** Does now what the job does every minute, and tells what came of it. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { all } = readBody(Body, req.body)
  if (all) await req.scope.resolve(GATEWAY).reconciliation.askAllNow()
  res.json(await reconcilePayments(req.scope))
}
