import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export type OwnPrefix = { prefix: string; status: "unverified" | "verified" | "refused" }

const rows = (pg: Knex) =>
  pg("gs1_prefix as g")
    .join("evidence as e", "e.id", "g.evidence_id")
    .whereNull("g.deleted_at")
    .whereNull("e.deleted_at")

/** The prefixes a producer has claimed, with what was decided on their papers; the newest first. */
export const ownPrefixes = (pg: Knex, producer_id: string): Promise<OwnPrefix[]> =>
  rows(pg).where("g.producer_id", producer_id).orderBy("g.created_at", "desc").select("g.prefix", "e.status")

/** Whether another producer has proved this prefix, or one that begins alike: a GS1 prefix has one holder. */
export async function heldByAnother(pg: Knex, producer_id: string, prefix: string): Promise<boolean> {
  const [found] = await rows(pg)
    .where("e.status", "verified")
    .whereNot("g.producer_id", producer_id)
    .whereRaw("(starts_with(?::text, g.prefix) or starts_with(g.prefix, ?::text))", [prefix, prefix])
    .limit(1)
    .select("g.id")
  return found !== undefined
}
