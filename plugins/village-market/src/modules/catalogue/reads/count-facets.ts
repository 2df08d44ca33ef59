import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ListOptions } from "./list-products"
import { read } from "./read"
import {
  FACETS,
  type FacetName,
  facetConditions,
  IS_VISIBLE,
  needsPrice,
  otherConditions,
  PRICE,
  STOCK,
  VISIBLE,
} from "./visible-listings"

export type FacetValue = { value: string; name_vi: string; name_en: string; count: number }
export type Facets = Record<FacetName, FacetValue[]>

const NAMES: Record<FacetName, { vi: string; en: string; order: string }> = {
  category: { vi: "min(name_vi)", en: "min(name_en)", order: "min(category_rank)" },
  village: { vi: "min(village_name)", en: "min(village_name)", order: `min(village_name) collate "vi-x-icu"` },
  commune: { vi: "min(commune_name)", en: "min(commune_name)", order: `min(commune_name) collate "vi-x-icu"` },
  ocop: { vi: "min(ocop)::text", en: "min(ocop)::text", order: "-min(ocop)" },
}

/**
 * How many products stand behind each value of each facet, over the set the list shows, in one statement.
 * A facet ignores its own filter: it says what the list would hold if one chose otherwise.
 */
export async function countFacets(
  pg: Knex,
  { filters, ids, channels }: Omit<ListOptions, "limit" | "offset">,
): Promise<Facets> {
  const chosen = facetConditions(filters)
  const others = otherConditions(filters, ids)
  const names = Object.keys(FACETS) as FacetName[]
  const text = `
    with matched as materialized (
      select l.category_id as category, pr.craft_village_id as village, pr.commune_code as commune,
        case when l.ocop_status <> 'none' then l.ocop_stars end as ocop,
        cat.name_vi, cat.name_en, cat.rank as category_rank, v.name as village_name, c.full_name as commune_name
        ${chosen.map(({ facet, text }) => `, coalesce(${text}, false) as is_${facet}`).join("")}
      from ${VISIBLE} ${needsPrice({ ...filters, sort: undefined }) ? PRICE : ""} ${filters.in_stock ? STOCK : ""}
      where ${[IS_VISIBLE, ...others.map((condition) => condition.text)].join(" and ")}
    )
    ${names
      .map((name) => {
        const { vi, en, order } = NAMES[name]
        const where = chosen.filter(({ facet }) => facet !== name).map(({ facet }) => ` and is_${facet}`)
        return `(select '${name}' as facet, ${name}::text as value, ${vi} as name_vi, ${en} as name_en, count(*)::int as count
          from matched where ${name} is not null ${where.join("")} group by ${name} order by ${order})`
      })
      .join(" union all ")}
  `
  const values = [
    ...chosen.flatMap(({ values }) => values),
    channels ?? null,
    ...others.flatMap(({ values }) => values),
  ]
  const rows = await read<FacetValue & { facet: FacetName }>(pg, text, values)
  const facets: Facets = { category: [], village: [], commune: [], ocop: [] }
  for (const { facet, ...value } of rows) facets[facet].push(value)
  return facets
}
