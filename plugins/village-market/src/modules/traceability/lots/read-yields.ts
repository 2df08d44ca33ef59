import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { dateInVietnam } from "./lot-time"
import { suggestYield, type YieldRow, yieldOf } from "./suggest-yield"

/** The table of yields, few enough to be read whole. */
export async function readYields(pg: Knex): Promise<YieldRow[]> {
  const { rows } = await pg.raw<{ rows: YieldRow[] }>(
    `select id, input_words, output_words, input_unit, output_unit, least, most, valid_from, valid_to, basis
     from lot_yield where deleted_at is null order by id`,
  )
  return rows
}

type Named = { title: string; unit: string }

/** What the table lets expect of the first input and the first output, in the units of `balance`; null without a row. */
export async function expectedYield(pg: Knex, inputs: { lot: Named }[], outputs: Named[]): Promise<number | null> {
  const [input] = inputs
  const [output] = outputs
  if (!input || !output) return null
  const row = suggestYield(await readYields(pg), input.lot, output, dateInVietnam())
  return row ? yieldOf(row) : null
}
