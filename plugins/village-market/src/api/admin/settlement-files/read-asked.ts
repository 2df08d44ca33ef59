import { z } from "@medusajs/framework/zod"
import { daysOf } from "../../../modules/gateway/settlement/compare-lines"
import { readSettlementFile, SETTLEMENT_COLUMNS } from "../../../modules/gateway/settlement/read-lines"
import { readBody } from "../../read-body"

/** The file as the gateway gave it, in base64, and the names of its columns where ours do not fit. */
export const Asked = z
  .object({
    provider: z.enum(["vnpay", "stripe"]).default("vnpay"),
    name: z.string().trim().min(1).max(200),
    content: z.base64().min(1),
    columns: z.partialRecord(z.enum(SETTLEMENT_COLUMNS), z.string().max(200)).default({}),
    /** The days it covers, where that is more than its lines tell. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .strict()

export function readAsked(body: unknown) {
  const { content, columns, from, to, ...asked } = readBody(Asked, body)
  const bytes = Buffer.from(content, "base64")
  const named = Object.fromEntries(Object.entries(columns).filter(([, name]) => name.trim() !== ""))
  const file = readSettlementFile(bytes, named)
  const lines = file.ok ? daysOf(file.lines) : undefined
  const days = lines && { from: from ?? lines.from, to: to ?? lines.to }
  return { ...asked, bytes, file, days }
}
