import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { CashTakingRow } from "./take-cash"

const CashTask = CashTakingRow.extend({
  display_no: z.string(),
  producer_id: z.string(),
  producer_name: z.string().nullable(),
  buyer_name: z.string(),
  /** The exact amount was written down since. */
  collected: z.boolean(),
})
export type CashTask = z.infer<typeof CashTask>

/**
 * Cash a person has to look at, oldest first: an amount that is not what was due, as long as the exact one has not
 * come, and cash without proof. Open until the operator has written down what came of it.
 */
export async function cashTasks(db: Knex): Promise<CashTask[]> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `select t.*, p.display_no, p.producer_id, p.buyer_name, p.cash_collected > 0 as collected, s.name as producer_name
     from cash_taking t
     join producer_order p on p.id = t.producer_order_id
     left join producer s on s.id = p.producer_id
     where (t.given <> t.expected and p.cash_collected = 0 or t.proof = 'none')
       and not exists (select from cash_taking_answer a where a.taking_id = t.id)
     order by t.id limit 500`,
  )
  return z.array(CashTask).parse(rows)
}

/** The operator's word on it; the first one stands. False where there is no such taking. */
export async function answerCashTask(
  db: Knex,
  id: number,
  { by_id, by_name, note }: { by_id: string; by_name: string | null; note: string },
): Promise<boolean> {
  if (!(await db("cash_taking").where({ id }).first("id"))) return false
  await db("cash_taking_answer").insert({ taking_id: id, note, by_id, by_name }).onConflict("taking_id").ignore()
  return true
}
