import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DiaryLot } from "../../../modules/traceability/diary/read-diary"
import { readVocabulary } from "../../../modules/traceability/diary/read-vocabulary"
import { type CraftStep, stepsFor } from "../../../modules/traceability/diary/vocabulary"
import { listOwnProducts } from "../../../modules/traceability/lots/read-lots"

/** The words for a lot's steps: of its product's craft, or of all that the household makes where it is raw material. */
export async function wordsOfLot(pg: Knex, producer_id: string, lot: DiaryLot): Promise<CraftStep[]> {
  const words = await readVocabulary(pg)
  const { vsic_code, category_id } = lot
  if (vsic_code !== null && category_id !== null) return stepsFor(words, { vsic_code, category_id })
  const products = await listOwnProducts(pg, producer_id)
  const all = products.flatMap((product) => stepsFor(words, product))
  return all.length > 0 ? [...new Set(all)] : stepsFor(words, { vsic_code: "", category_id: "" })
}
