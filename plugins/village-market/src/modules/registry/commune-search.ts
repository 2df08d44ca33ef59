import { fold } from "../../web/format"

export type SearchedCommune = {
  code: string
  full_name: string
  /** The communes of before 1 July 2025 that went into it. */
  former: readonly { name: string; district: string }[]
}

export type FoundCommune = {
  code: string
  full_name: string /** Former communes that made it a match. */
  former: string[]
}

const MOST = 12
const KIND = /^(xa|phuong|thi tran|dac khu)\s+/

/**
 * Communes whose present or former name has a word beginning with every typed word, with or without marks: exact names first, then names that
 * begin so, then others, then those known by a former name.
 */
export function findCommunes(typed: string, communes: readonly SearchedCommune[]): FoundCommune[] {
  const wanted = fold(typed).replace(/\s+/g, " ").replace(KIND, "")
  if (!wanted) return []
  return communes
    .map((commune) => {
      const former = commune.former.filter(({ name }) => rank(name, wanted) < MISS)
      const formerRank = Math.min(MISS, ...former.map(({ name }) => rank(name, wanted))) + 0.5
      return { commune, former, rank: Math.min(rank(commune.full_name, wanted), formerRank) }
    })
    .filter(({ rank }) => rank < MISS)
    .sort((a, b) => a.rank - b.rank || a.commune.full_name.localeCompare(b.commune.full_name, "vi"))
    .slice(0, MOST)
    .map(({ commune: { code, full_name }, former }) => ({
      code,
      full_name,
      former: former.map(({ name, district }) => (district ? `${name} (${district})` : name)),
    }))
}

const MISS = 3

function rank(name: string, wanted: string) {
  const bare = fold(name).replace(KIND, "")
  if (bare === wanted) return 0
  if (bare.startsWith(wanted)) return 1
  const words = bare.split(/[^a-z0-9]+/)
  return wanted.split(" ").every((typed) => words.some((word) => word.startsWith(typed))) ? 2 : MISS
}
