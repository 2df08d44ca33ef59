import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A line sold ahead: the day promised at the sale, and the maker's day of now where it has moved (ISO dates). */
export type AheadLine = { line_id: string; expected_on: string; moved_to: string | null }

export async function aheadLines(container: MedusaContainer, lineIds: string[]): Promise<AheadLine[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: AheadLine[] }>(
    `select a.line_id, a.expected_on::text as expected_on, nullif(w.expected_on, a.expected_on)::text as moved_to
       from ahead_line a left join sale_window w on w.id = a.window_id where a.line_id = any (?)`,
    [lineIds],
  )
  return rows
}
