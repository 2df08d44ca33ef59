import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { read } from "./read"
import { IS_VISIBLE, VISIBLE } from "./visible-listings"

/** A craft village with how much of the market comes from it. Coordinates are WGS 84 degrees. */
export type ListedVillage = {
  id: string
  name: string
  craft: string
  commune: { code: string; name: string } | null
  latitude: number
  longitude: number
  recognised: string
  producers: number
  products: number
}

/** What we know of a village, and how sure we are. */
export type VillageDetail = ListedVillage & {
  former: { commune: string | null; district: string | null; province: string | null }
  coordinate_source: string
  certainty: Record<string, string>
  makers: { handle: string; name: string; kind: string | null; makes: string | null; products: number }[]
}

export type PlacedCommune = { code: string; name: string; latitude: number; longitude: number; area_km2: number | null }

const COUNTS = `
  with offered as (select l.id, pr.id as producer_id, pr.craft_village_id from ${VISIBLE} where ${IS_VISIBLE}),
  products as (select craft_village_id, count(*)::int as n from offered group by 1),
  makers as (
    select craft_village_id, count(*)::int as n from producer
    where status = 'approved' and deleted_at is null group by 1
  )
`
const VILLAGE = `
  'id', v.id, 'name', v.name, 'craft', v.craft,
  'commune', case when c.code is not null then json_build_object('code', c.code, 'name', c.full_name) end,
  'latitude', v.latitude, 'longitude', v.longitude, 'recognised', v.recognised,
  'producers', coalesce(makers.n, 0), 'products', coalesce(products.n, 0)
`
const FROM = `
  craft_village v left join commune c on c.code = v.commune_code
  left join products on products.craft_village_id = v.id left join makers on makers.craft_village_id = v.id
`

/** All villages by name. */
export async function listVillages(pg: Knex, channels?: string[]): Promise<ListedVillage[]> {
  const rows = await read<{ village: ListedVillage }>(
    pg,
    `${COUNTS} select json_build_object(${VILLAGE}) as village from ${FROM}
     where v.deleted_at is null order by v.name collate "vi-x-icu"`,
    [channels ?? null],
  )
  return rows.map(({ village }) => village)
}

export async function readVillage(pg: Knex, id: string, channels?: string[]): Promise<VillageDetail | undefined> {
  const rows = await read<{ village: VillageDetail }>(
    pg,
    `${COUNTS} select json_build_object(${VILLAGE},
      'former', json_build_object('commune', v.former_commune, 'district', v.former_district, 'province', v.former_province),
      'coordinate_source', v.coordinate_source, 'certainty', v.certainty,
      'makers', coalesce((
        select json_agg(json_build_object('handle', pr.handle, 'name', pr.name, 'kind', pr.kind, 'makes', pr.makes,
          'products', (select count(*) from offered where offered.producer_id = pr.id)) order by pr.name collate "vi-x-icu")
        from producer pr where pr.craft_village_id = v.id and pr.status = 'approved' and pr.deleted_at is null), '[]')
    ) as village from ${FROM} where v.deleted_at is null and v.id = ?`,
    [channels ?? null, id],
  )
  return rows[0]?.village
}

/** The communes with a known place, which are those of our own province: what the map is drawn from. */
export async function listPlacedCommunes(pg: Knex): Promise<PlacedCommune[]> {
  const rows = await read<PlacedCommune>(
    pg,
    `select code, full_name as name, latitude, longitude, area_km2 from commune
     where latitude is not null and longitude is not null and deleted_at is null order by code`,
  )
  return rows
}
