import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fold } from "../web/format"
import { exactAccentsFirst } from "./exact-accents"

export type Found = {
  /** Product ids, best first. They may include products that are no longer for everybody: read them through the catalogue. */
  ids: string[]
  /** True when nothing held the words asked for and these are only similar. */
  approximate: boolean
}

/** More hits than a person would page through. */
const MOST = 1000
/** Below this similarity (0…1, pg_trgm's word_similarity) a hit has nothing to do with the query. */
const SIMILAR = 0.5

/**
 * Products that hold all words of the query, accents or not; similar ones when there are none. The second search
 * reads every document, so it is asked only when the first came back empty.
 */
export async function findProducts(container: MedusaContainer, q: string): Promise<Found> {
  const exact = await ask(container, q, {})
  if (exact.length > 0) return { ids: exactAccentsFirst(q, exact).map(({ id }) => id), approximate: false }
  const similar = await ask(container, q, { typo_tolerance: true, min_score: SIMILAR })
  return { ids: similar.map(({ id }) => id), approximate: similar.length > 0 }
}

async function ask(container: MedusaContainer, q: string, options: { typo_tolerance?: boolean; min_score?: number }) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.search({
    entity: "product",
    fields: ["id", "words"],
    filters: { q: fold(q) },
    search_options: { match_strategy: "all", ...options },
    pagination: { take: MOST, skip: 0 },
  })
  return data as { id: string; words: string }[]
}
