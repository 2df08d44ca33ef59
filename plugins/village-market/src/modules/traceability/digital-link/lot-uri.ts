import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lotUri } from "../lots/lot-address"
import { buildDigitalLink } from "./build-uri"

/** The GTIN that a listing bears now, 14 digits. */
export async function gtinOf(pg: Knex, listing_id: string | null): Promise<string | undefined> {
  if (!listing_id) return undefined
  const [row] = await pg("listing_gtin").where({ listing_id, withdrawn_at: null }).select<{ gtin: string }[]>("gtin")
  return row?.gtin
}

/** What is printed for a lot, or for one piece of it: a GS1 Digital Link where the product has a GTIN, else our own address. */
export function printedUri(publicUrl: string, lot: { code: string; gtin?: string; serial?: string }): string {
  const own = lotUri(publicUrl, lot.code) + (lot.serial ? `/${lot.serial}` : "")
  if (!lot.gtin) return own
  const elements = [
    { ai: "01", value: lot.gtin },
    { ai: "10", value: lot.code },
    ...(lot.serial ? [{ ai: "21", value: lot.serial }] : []),
  ]
  return buildDigitalLink(elements, { stem: publicUrl }) ?? own
}
