import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type StatementLine, type StatementTotals, statementLines, statementTotals } from "./add-up"
import { checkStatement, type StatementCheck } from "./check-orders"
import { besideOrders, orderMoney } from "./order-money"
import { statementParts } from "./statement-parts"

export type Statement = {
  from: string
  to: string
  lines: StatementLine[]
  totals: StatementTotals
  check: StatementCheck
}

/** The statement of some days of Vietnam's clock, both included, and how it stands against the order book: one snapshot. */
export async function readStatement(pg: Knex, days: { from: string; to: string }): Promise<Statement> {
  return pg.transaction(
    async (trx) => {
      const lines = statementLines(await statementParts(trx, days))
      const check = checkStatement(await orderMoney(trx, days), await besideOrders(trx, days))
      return { ...days, lines, totals: statementTotals(lines), check }
    },
    { isolationLevel: "repeatable read", readOnly: true },
  )
}
