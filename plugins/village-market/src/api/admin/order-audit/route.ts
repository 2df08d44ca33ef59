import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { auditOrdersWorkflow } from "../../../workflows/audit-orders"
import { readBody } from "../../read-body"

const Body = z
  .object({
    order_ids: z.array(z.string()).min(1).max(500).optional(),
    days: z.number().int().min(1).max(365).optional(),
  })
  .strict()

/** Derives parts and journal of the named orders, or of the last days, anew from Medusa's orders, and tells what differs. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { result } = await auditOrdersWorkflow(req.scope).run({ input: readBody(Body, req.body) })
  res.json(result)
}
