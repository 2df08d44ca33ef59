import type { MedusaRequest } from "@medusajs/framework/http"
import type { Guard } from "../verdict"
import { fieldOf, idsIn, listOf, pathOf, rows } from "./rows"

/** Refuses whatever names a producer's product, or a variant, an item of stock or an option of one. */
export const notOfAListing: Guard = async (req) => {
  const found = await rows(
    req,
    `with listed as (select product_id from listing where deleted_at is null)
     select product_id as id from listed where product_id = any(:ids)
     union all
     select v.id from product_variant v join listed using (product_id) where v.id = any(:ids)
     union all
     select i.inventory_item_id from product_variant_inventory_item i join product_variant v on v.id = i.variant_id
       join listed using (product_id) where i.inventory_item_id = any(:ids) and i.deleted_at is null
     union all
     select o.product_option_id from product_product_option o join listed using (product_id)
       where o.product_option_id = any(:ids) and o.deleted_at is null
     limit 1`,
    { ids: idsIn(req) },
  )
  return found.length > 0 ? "goods" : undefined
}

/** Words an operator may put right, and where a product stands on Medusa's own shelves. */
const WORDS = [
  ...["title", "subtitle", "description", "material", "collection_id", "categories", "tags", "type_id", "discountable"],
  ...["metadata", "external_id", "hs_code", "mid_code", "origin_country", "length", "width", "height"],
]

/** Lets words of a producer's product be put right; anything else about it, and its removal, is refused. */
export const wordsOnly: Guard = async (req) => {
  const changes = changesIn(req)
  const listed = await rows<Record<string, unknown> & { id: string }>(
    req,
    `select p.id, p.status, p.handle from product p join listing l on l.product_id = p.id and l.deleted_at is null
     where p.id = any(:ids)`,
    { ids: changes.map(({ id }) => id) },
  )
  const refused = changes.some(({ id, change }) => {
    const product = listed.find((one) => one.id === id)
    return product && (change === "delete" || !onlyWords(change, product))
  })
  return refused ? "goods" : undefined
}

/** Medusa's dashboard sends status and handle along with every change of a title: unchanged they do no harm. */
const onlyWords = (change: unknown, product: Record<string, unknown>) =>
  Object.entries(change ?? {}).every(
    ([key, value]) => key === "id" || value === undefined || WORDS.includes(key) || value === product[key],
  )

function changesIn(req: MedusaRequest): { id: string; change: unknown }[] {
  if (!/\/batch\/?$/i.test(pathOf(req))) return [{ id: idsIn(req)[2] ?? "", change: req.body }]
  return [
    ...listOf(fieldOf(req.body, "delete")).map((id) => ({ id: String(id), change: "delete" })),
    ...listOf(fieldOf(req.body, "update")).map((change) => ({ id: String(fieldOf(change, "id")), change })),
  ]
}
