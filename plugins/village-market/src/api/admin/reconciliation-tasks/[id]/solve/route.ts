import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../../../../../modules/gateway"
import { readBody } from "../../../../read-body"
import { byOperator } from "../../../operator"

/** What was found, and what was done about it. */
const Body = z.object({ note: z.string().trim().min(3).max(1000) }).strict()

/** The operator has cleared a task up; who, when and how are kept. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { note } = readBody(Body, req.body)
  const { name, id } = await byOperator(req)
  const solved = await req.scope
    .resolve(GATEWAY)
    .reconciliation.solveTask(String(req.params.id), { by: name ?? id, note })
  if (!solved) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such open task")
  res.json({ id: req.params.id, solved: true })
}
