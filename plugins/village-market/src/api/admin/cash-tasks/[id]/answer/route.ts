import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../../../../../modules/trade"
import { readBody } from "../../../../read-body"
import { byOperator } from "../../../operator"

const Answer = z.object({ note: z.string().trim().min(3).max(500) }).strict()

/** Writes down what came of it, `{ note }`; the first word stands, and the task is off the list. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { note } = readBody(Answer, req.body)
  const { id: by_id, name } = await byOperator(req)
  const id = /^\d{1,15}$/.test(String(req.params.id)) ? Number(req.params.id) : 0
  const known = await req.scope.resolve(TRADE).answerCashTask(id, { by_id, by_name: name ?? null, note })
  if (!known) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such task")
  res.json({ cash_tasks: await req.scope.resolve(TRADE).cashTasks() })
}
