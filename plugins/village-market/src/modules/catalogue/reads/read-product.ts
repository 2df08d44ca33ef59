import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { LISTED, type ListedPhoto, type ListedProduct, type Unshown, withWindow } from "./list-products"
import { read } from "./read"
import { IS_VISIBLE, PRICE, STOCK, VISIBLE } from "./visible-listings"

/** A product as its own page shows it: the listed facts and those below. Everything here is public. */
export type ProductDetail = Omit<ListedProduct, "photo"> & {
  description: string | null
  material: string | null
  weight_grams: number
  vsic: { code: string; version: string; name: string | null }
  maker: { kind: string | null; origin: string | null; makes: string | null }
  photos: ListedPhoto[]
  variants: { id: string; title: string; price: number | null }[]
  updated_at: string
}

/** One product by its handle, if everybody may see it. One statement. */
export async function readProduct(pg: Knex, handle: string, channels?: string[]): Promise<ProductDetail | undefined> {
  const rows = await read<{ product: Unshown<ProductDetail> }>(
    pg,
    `select json_build_object(${LISTED},
      'description', p.description, 'material', l.material, 'weight_grams', l.weight_grams,
      'vsic', json_build_object('code', l.vsic_code, 'version', l.vsic_version, 'name', ind.name),
      'maker', json_build_object('kind', pr.kind, 'origin', pr.origin, 'makes', pr.makes),
      'photos', coalesce((
        select json_agg(json_build_object('id', ph.id, 'alt', ph.alt, 'width', ph.width, 'height', ph.height,
          'renditions', ph.renditions) order by ph.position, ph.created_at)
        from photo ph where ph.listing_id = l.id and ph.deleted_at is null), '[]'),
      'variants', coalesce((
        select json_agg(json_build_object('id', pv.id, 'title', pv.title, 'price', (
            select min(m.amount)::bigint from product_variant_price_set s
            join price m on m.price_set_id = s.price_set_id and m.deleted_at is null and m.currency_code = 'vnd'
              and m.price_list_id is null and m.rules_count = 0 and m.min_quantity is null and m.max_quantity is null
            where s.variant_id = pv.id and s.deleted_at is null
          )) order by pv.variant_rank, pv.id)
        from product_variant pv where pv.product_id = p.id and pv.deleted_at is null), '[]'),
      'updated_at', greatest(l.updated_at, p.updated_at)
    ) as product
    from ${VISIBLE} ${PRICE} ${STOCK}
    left join industry ind on ind.version = l.vsic_version and ind.code = l.vsic_code
    where ${IS_VISIBLE} and p.handle = ?`,
    [channels ?? null, handle],
  )
  return rows[0] && withWindow(rows[0].product)
}
