import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { baseOf } from "../lots/lot-address"
import { lotCodeFrom } from "../lots/lot-code"

/**
 * The lots of this producer among things that events name, by URI: under our address or as they were printed, whole or
 * by a serial. A lot of another producer is not among them, so nobody writes into another's book.
 */
export async function ownLots(
  trx: Knex,
  { producer_id, publicUrl }: { producer_id: string; publicUrl: string },
  uris: Iterable<string>,
): Promise<Map<string, string>> {
  const codes = new Map<string, string>()
  for (const uri of uris) {
    const [, address, typed] = /^(https?:\/\/.+)\/lot\/([A-Z0-9-]{4,20})(?:\/[^/?#]+)?$/.exec(uri) ?? []
    const code = typed && lotCodeFrom(typed)
    if (address && code) codes.set(uri, code)
  }
  const found = new Map<string, string>()
  if (codes.size === 0) return found
  const rows: { id: string; code: string; printed_uri: string | null }[] = await trx("lot")
    .where({ producer_id, deleted_at: null })
    .whereIn("code", [...new Set(codes.values())])
    .select("id", "code", "printed_uri")
  const lots = new Map(rows.map((row) => [row.code, row]))
  for (const [uri, code] of codes) {
    const lot = lots.get(code)
    const ours = [`${baseOf(publicUrl)}/lot/${code}`, lot?.printed_uri]
    if (lot && ours.some((known) => known && (uri === known || uri.startsWith(`${known}/`)))) found.set(uri, lot.id)
  }
  return found
}
