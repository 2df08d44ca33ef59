import type { MedusaRequest } from "@medusajs/framework/http"
import type { Guard } from "../verdict"
import { fieldOf, listOf, pathOf, rows } from "./rows"

/** `id` is that of a level a batch means, which Medusa takes over item and location. */
type Level = { id?: string; item: string; location: string }

/**
 * A producer's goods are stocked at its own location only. Medusa reserves at the first location that has enough,
 * whoever's it is (facts medusa-orders §1.4), so a level elsewhere would send one producer's goods from another.
 */
export const ownStockOnly: Guard = async (req) => {
  const { written, removed: ids } = levelsIn(req)
  const known = await levelsOf(req, [...written.flatMap(({ id }) => id ?? []), ...ids.flatMap(({ id }) => id ?? [])])
  const meant = (level: Level) => known.find(({ id }) => id === level.id) ?? level
  const removed = ids.map(meant)
  const homes = await homesOf(req, [...written, ...written.map(meant), ...removed])
  const isListed = ({ item }: Level) => homes.some((one) => one.item === item)
  const isHome = ({ item, location }: Level) => homes.some((one) => one.item === item && one.home === location)
  const astray = (level: Level) => isListed(level) && !isHome(level)
  const moves = (level: Level) => isHome(meant(level)) && !isHome(level)
  if (written.some((level) => astray(level) || moves(level))) return "otherLocation"
  // Without its level a product could neither be sold nor counted by its producer.
  return removed.some(isHome) ? "goods" : undefined
}

const OF_ITEM = /\/inventory-items\/([^/]+)\/location-levels(?:\/([^/]+))?\/?$/i

/** The stock levels a request writes or removes; bodies are not checked yet and read with care. */
function levelsIn(req: MedusaRequest): { written: Level[]; removed: Level[] } {
  const [, item, last] = OF_ITEM.exec(pathOf(req)) ?? []
  if (item && last && last.toLowerCase() !== "batch") {
    const level = { item, location: last }
    return req.method === "DELETE" ? { written: [], removed: [level] } : { written: [level], removed: [] }
  }
  const entries = item && !last ? [req.body] : ["create", "update"].flatMap((key) => listOf(fieldOf(req.body, key)))
  return {
    written: entries.map((entry) => ({
      id: textOf(entry, "id"),
      item: item ?? textOf(entry, "inventory_item_id") ?? "",
      location: textOf(entry, "location_id") ?? "",
    })),
    removed: listOf(fieldOf(req.body, "delete")).map((id) => ({ id: String(id), item: "", location: "" })),
  }
}

function textOf(entry: unknown, key: string): string | undefined {
  const value = fieldOf(entry, key)
  return typeof value === "string" ? value : undefined
}

const levelsOf = (req: MedusaRequest, ids: string[]) =>
  rows<Level>(
    req,
    `select id, inventory_item_id as item, location_id as location from inventory_level
     where id = any(:ids) and deleted_at is null`,
    { ids },
  )

/** Of those items that are a producer's product: where that producer keeps its goods. */
const homesOf = (req: MedusaRequest, levels: Level[]) =>
  rows<{ item: string; home: string | null }>(
    req,
    `select i.inventory_item_id as item, p.stock_location_id as home from product_variant_inventory_item i
     join product_variant v on v.id = i.variant_id
     join listing l on l.product_id = v.product_id and l.deleted_at is null
     join producer p on p.id = l.producer_id
     where i.inventory_item_id = any(:items) and i.deleted_at is null`,
    { items: levels.map(({ item }) => item) },
  )
