import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { read } from "./read"

/** What everybody may know of an approved seller; never its phone, helper, address or tax code. */
export type PublicProducer = {
  handle: string
  name: string
  kind: string | null
  makes: string | null
  story: string | null
  origin: string | null
  village: { id: string; name: string } | null
  commune: { code: string; name: string } | null
  approved_at: string | null
  is_demo: boolean
}

export async function readProducer(pg: Knex, handle: string): Promise<PublicProducer | undefined> {
  const rows = await read<{ producer: PublicProducer }>(
    pg,
    `select json_build_object('handle', pr.handle, 'name', pr.name, 'kind', pr.kind, 'makes', pr.makes, 'story', pr.story,
      'origin', pr.origin, 'approved_at', pr.approved_at, 'is_demo', pr.is_demo,
      'village', case when v.id is not null then json_build_object('id', v.id, 'name', v.name) end,
      'commune', case when c.code is not null then json_build_object('code', c.code, 'name', c.full_name) end
    ) as producer
    from producer pr
    left join craft_village v on v.id = pr.craft_village_id
    left join commune c on c.code = pr.commune_code
    where pr.handle = ? and pr.status = 'approved' and pr.deleted_at is null`,
    [handle],
  )
  return rows[0]?.producer
}
