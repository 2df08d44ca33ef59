import type { CatalogueFilters } from "./filters"
import { FACETS, type FacetName, facetConditions } from "./visible-listings"

export type FacetValue = { value: string; name_vi: string; name_en: string; count: number }
export type Facets = Record<FacetName, FacetValue[]>

const NAMES = Object.keys(FACETS) as FacetName[]

/** Where the names of a facet's values stand, and in which order they are read. */
const LABELS: Record<FacetName, { from: string; vi: string; en: string; order: string }> = {
  category: { from: "join category t on t.id = g.value", vi: "t.name_vi", en: "t.name_en", order: "t.rank" },
  village: {
    from: "join craft_village t on t.id = g.value",
    vi: "t.name",
    en: "t.name",
    order: `t.name collate "vi-x-icu"`,
  },
  commune: {
    from: "join commune t on t.code = g.value",
    vi: "t.full_name",
    en: "t.full_name",
    order: `t.full_name collate "vi-x-icu"`,
  },
  ocop: { from: "", vi: "g.value::text", en: "g.value::text", order: "g.value desc" },
}

/** The facets' columns of a listing, each with whether the listing passes that facet's filter. */
export const facetColumns = (filters: CatalogueFilters) => {
  const chosen = facetConditions(filters)
  return {
    text: [
      ...NAMES.map((facet) => `${FACETS[facet]} as ${facet}`),
      ...chosen.map(({ facet, text }) => `coalesce(${text}, false) as is_${facet}`),
    ].join(", "),
    values: chosen.flatMap(({ values }) => values),
  }
}

/** Passes all facets' filters, but for that of one facet. */
export const passes = (filters: CatalogueFilters, but?: FacetName) =>
  ["true", ...facetConditions(filters).flatMap(({ facet }) => (facet === but ? [] : [`is_${facet}`]))].join(" and ")

/**
 * How many listings of `base` stand behind each value of each facet. A facet ignores its own filter: it says what the
 * list would hold if one chose otherwise.
 */
export const facetCounts = (filters: CatalogueFilters) =>
  `json_build_object(${NAMES.map((facet) => {
    const { from, vi, en, order } = LABELS[facet]
    return `'${facet}', coalesce((
      select json_agg(json_build_object('value', g.value::text, 'name_vi', ${vi}, 'name_en', ${en}, 'count', g.n) order by ${order})
      from (
        select ${facet} as value, count(*)::int as n from base
        where ${facet} is not null and ${passes(filters, facet)} group by ${facet}
      ) g ${from}
    ), '[]')`
  }).join(", ")})`
