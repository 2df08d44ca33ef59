import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readAsked } from "../read-asked"

/** How a settlement file would be read: which column is what, the first lines, the sums, and what cannot be read. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { file, days } = readAsked(req.body)
  if (!file.ok) return res.json({ ...file, columns: {}, lines: [], problems: [] })
  const { lines, problems, headings, columns } = file
  const done = lines.filter(({ status }) => status === "done")
  const sum = (kind: string) => done.filter((line) => line.kind === kind).reduce((all, { amount }) => all + amount, 0)
  res.json({
    ...{ ok: true, headings, columns, days, count: lines.length, problems: problems.slice(0, 50) },
    ...{ paid: sum("payment"), refunded: sum("refund"), fees: done.reduce((all, { fee }) => all + (fee ?? 0), 0) },
    lines: lines.slice(0, 10),
  })
}
