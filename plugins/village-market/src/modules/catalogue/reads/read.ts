import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SqlValue } from "./visible-listings"

/** Combinations of filters make thousands of texts; each prepared one takes memory in every connection. */
const MOST = 200
const names = new Map<string, string>()

/**
 * Runs a statement under a name of its own, so that PostgreSQL plans it a few times per connection instead of every
 * time: joining a dozen tables takes longer to plan than to run. What varies goes into the values.
 */
export async function read<Row>(pg: Knex, text: string, values: SqlValue[] = []): Promise<Row[]> {
  const name = names.get(text) ?? (names.size < MOST ? nameOf(text) : undefined)
  const query = pg.raw<{ rows: Row[] }>(text, values)
  const { rows } = await (name ? query.options({ name }) : query)
  return rows
}

function nameOf(text: string) {
  const name = `vm_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`
  names.set(text, name)
  return name
}
