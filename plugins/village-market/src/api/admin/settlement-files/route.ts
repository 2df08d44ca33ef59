import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../modules/gateway"
import { byOperator } from "../operator"
import { readAsked } from "./read-asked"

/** The settlement files that were imported, latest first. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  res.json({ settlement_files: await req.scope.resolve(GATEWAY).reconciliation.settlementFiles() })
}

/**
 * Imports a gateway's settlement file: each line is compared with our payments and refunds, differences become tasks.
 * The same file again changes nothing; a file with a cell that cannot be read is refused whole.
 */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { provider, name, bytes, file, days } = readAsked(req.body)
  if (!file.ok) throw new MedusaError(MedusaError.Types.INVALID_DATA, `${name}: ${file.problem}, line ${file.line}`)
  const [wrong] = file.problems
  if (wrong) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${name}, line ${wrong.line}: ${wrong.column} “${wrong.cell}”`,
    )
  }
  if (!days) throw new MedusaError(MedusaError.Types.INVALID_DATA, `${name}: no payments`)
  const operator = await byOperator(req)
  const imported = await req.scope.resolve(GATEWAY).reconciliation.importSettlement({
    provider,
    name,
    bytes,
    lines: file.lines,
    days,
    by: operator.name ?? operator.id,
  })
  res.json({ settlement_file: imported })
}
