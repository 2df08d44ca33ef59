import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../modules/gateway"
import { readStatement, STATEMENT_COLUMNS, type StatementLine } from "../modules/gateway/bank/statement"
import { matchTransfers } from "../payments/bank/match-transfers"
import { settingsOf } from "../settings"

const place = z.number().int().min(0).max(200)

export const BankStatement = z
  .object({
    file_name: z.string().trim().min(1).max(200),
    /** The file, base64. */
    content: z.string().max(7_000_000),
    /** Where the columns are, if their names do not tell. */
    mapping: z
      .object({ line: z.number().int().positive(), columns: z.partialRecord(z.enum(STATEMENT_COLUMNS), place) })
      .optional(),
    /** False shows what would be read and writes nothing. */
    import: z.boolean(),
  })
  .strict()
export type BankStatement = z.infer<typeof BankStatement>

/** What became of a line: not understood, known before, or stored, with the decision that followed. */
export type LineOutcome = StatementLine & { outcome?: "known" | "new"; decision?: string; reason?: string | null }

const importStep = createStep(
  "import-bank-statement",
  async ({ by, ...input }: BankStatement & { by: string }, { container }) => {
    const { bank: account } = settingsOf(container)
    if (!account) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Bank transfer is not set up")
    const statement = readStatement(Buffer.from(input.content, "base64"), account.account, input.mapping)
    if (!statement.ok || !input.import) return new StepResponse(statement)
    const { bank } = container.resolve(GATEWAY)
    const { lines } = statement
    const statement_id = await bank.storeStatement({
      ...{ file_name: input.file_name, lines: lines.length, imported_by: by },
    })
    const stored: { id?: string; line: LineOutcome }[] = []
    for (const line of lines) {
      if (!line.ok) {
        stored.push({ line })
        continue
      }
      const { ok: _, line: __, ...facts } = line
      const { id, fresh } = await bank.store({
        ...{ ...facts, statement_id, source: "statement", account: account.account },
      })
      stored.push({ id, line: { ...line, outcome: fresh ? "new" : "known" } })
    }
    await matchTransfers(container)
    const decided = await bank.some(stored.flatMap(({ id }) => id ?? []))
    const decisions = new Map(decided.map(({ transaction, decision }) => [transaction.id, decision]))
    const outcomes: LineOutcome[] = stored.map(({ id, line }) => {
      const decision = id ? decisions.get(id) : undefined
      return { ...line, decision: decision?.kind, reason: decision?.reason }
    })
    return new StepResponse({ ...statement, lines: outcomes })
  },
)

/**
 * Brings in a bank's statement: each movement is stored once, however often it is brought in, and decided about as a
 * notice of SePay's would be. Nothing is taken back: what is stored is a fact, and a second run goes on.
 */
export const importBankStatementWorkflow = createWorkflow(
  "import-bank-statement",
  (input: BankStatement & { by: string }) => new WorkflowResponse(importStep(input)),
)
