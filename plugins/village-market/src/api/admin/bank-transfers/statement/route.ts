import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BankStatement, importBankStatementWorkflow } from "../../../../workflows/import-bank-statement"
import { readBody } from "../../../read-body"
import { byOperator } from "../../operator"

/** Shows what a bank's statement holds, or brings it in; every line comes back with what became of it. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const input = readBody(BankStatement, req.body)
  const { name, id } = await byOperator(req)
  const { result } = await importBankStatementWorkflow(req.scope).run({ input: { ...input, by: name ?? id } })
  res.json({ statement: result })
}
