import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { CraftStep } from "./vocabulary"

const COLUMNS = [
  ...["id", "family", "vi", "en", "biz_step", "asks_amount", "asks_photo", "asks_input", "position", "hidden"],
]

/** Every word, hidden ones too, in the order of each family. */
export const readVocabulary = (pg: Knex): Promise<CraftStep[]> =>
  pg("craft_step").select(COLUMNS).orderBy(["family", "position", "id"])

/**
 * The words of these ids. One that is not in the vocabulary, or is hidden by now, is refused: a phone that was offline
 * when a word was hidden is told so.
 */
export async function wordsOf(pg: Knex, ids: string[]): Promise<Map<string, CraftStep>> {
  const rows: CraftStep[] = await pg("craft_step").select(COLUMNS).whereIn("id", ids).andWhere({ hidden: false })
  const words = new Map(rows.map((word) => [word.id, word]))
  if (ids.every((id) => words.has(id))) return words
  throw new MedusaError(MedusaError.Types.INVALID_DATA, "Xin chọn một công đoạn trong danh sách.")
}
