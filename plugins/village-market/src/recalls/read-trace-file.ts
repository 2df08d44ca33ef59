import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import type { RecallScope } from "../modules/traceability/recall/read-recalls"
import { type Trace, type TracedLine, traceOfLines, traceOfLot } from "../modules/traceability/recall/read-trace"
import { traceTable } from "../modules/traceability/recall/trace-table"
import { settingsOf } from "../settings"
import { csv } from "../web/csv"
import type { Actor } from "../workflows/steps/record-act"
import { lotInScope } from "./lot-in-scope"

/** From a lot to all orders and inputs, or from an order, or a part of one, to all lots and inputs. */
export const TraceAsked = z
  .object({ lot: z.string().trim().max(100).optional(), order: z.string().trim().max(40).optional() })
  .refine(({ lot, order }) => Boolean(lot) !== Boolean(order), "lot or order")
export type TraceAsked = z.infer<typeof TraceAsked>

const inScope = (scope: RecallScope, line: { producer_id: string; commune_code: string | null }) => {
  if (scope === "everywhere") return true
  if ("producer_id" in scope) return line.producer_id === scope.producer_id
  return line.commune_code !== null && scope.communes.includes(line.commune_code)
}

/** What was asked for, with everything it leads to; 404 where the lot or every part of the order is out of the scope. */
export async function readTrace(container: MedusaContainer, scope: RecallScope, { lot, order }: TraceAsked) {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (lot) {
    const { id, code } = await lotInScope(pg, scope, lot)
    return { subject: { kind: "lot" as const, id, name: code }, trace: await traceOfLot(pg, id) }
  }
  const no = (order ?? "").replace(/^#/, "")
  const rows: { id: string; part_id: string; producer_id: string; commune_code: string | null }[] = await pg(
    "producer_order_line as line",
  )
    .join("producer_order as part", "part.id", "line.producer_order_id")
    .leftJoin("producer as pr", "pr.id", "part.producer_id")
    .where((any) => any.where("part.display_no", no).orWhereRaw("split_part(part.display_no, '-', 1) = ?", [no]))
    .select("line.id", "part.id as part_id", "part.producer_id", "pr.commune_code")
  const found = rows.filter((row) => inScope(scope, row))
  const [first] = found
  if (!first) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có đơn hàng này")
  const lines = found.map(({ id }) => id)
  return {
    subject: { kind: "producer_order" as const, id: first.part_id, name: no },
    trace: await traceOfLines(pg, lines),
  }
}

/** A trace for the eyes: buyers left out, quantities only of sellers in the scope. */
export const impersonal = ({ lots, changes, lines }: Trace, scope: RecallScope) => ({
  lots,
  changes,
  lines: lines.map(({ buyer: _b, phone: _p, address: _a, buyer_commune: _c, quantity, ...line }) => ({
    ...line,
    quantity: inScope(scope, line) ? quantity : null,
  })),
})

export const TraceFileAsked = z
  .object({
    lot: z.string().trim().max(100).optional(),
    order: z.string().trim().max(40).optional(),
    /** With the names, phones and addresses of buyers. */
    personal: z.preprocess((value) => value === true || value === "1" || value === "true", z.boolean()).default(false),
    reason: z.string().trim().max(300).default(""),
  })
  .refine(({ lot, order }) => Boolean(lot) !== Boolean(order), "lot or order")
  .refine(({ personal, reason }) => !personal || reason.length >= 5, { message: "traceReason", path: ["reason"] })

/**
 * The trace as CSV for the authorities. Every file handed out stands in the audit trail with its reader; one with
 * buyers in it needs a reason, which stands there too, and holds buyers of sellers in the scope only.
 */
export async function readTraceFile(
  container: MedusaContainer,
  scope: RecallScope,
  { personal, reason, ...asked }: z.infer<typeof TraceFileAsked>,
  actor: Actor,
): Promise<{ name: string; content: string }> {
  const { subject, trace } = await readTrace(container, scope, asked)
  const counted = (line: TracedLine) => inScope(scope, line)
  // First the note of it: a file that left unnoticed could not be called back.
  await container.resolve(REGISTRY).createAuditEntries({
    ...{ subject_kind: subject.kind, subject_id: subject.id, act: "read_trace", reason: reason || null },
    ...{ actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name ?? null, detail: { personal } },
  })
  const table = traceTable(trace, { counted, personal: (line) => personal && counted(line) })
  const warning = settingsOf(container).demo ? [["DỮ LIỆU THỬ NGHIỆM"]] : []
  return { name: `truy-xuat-${subject.name.replace(/[^\w-]/g, "")}.csv`, content: csv([...warning, ...table]) }
}
