import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { fileUrl, jpegNear } from "../../catalogue/photos/picture-sources"
import { baseOf, lotUri } from "../lots/lot-address"
import type { ProfileLot, Said, Stage } from "./checklist"
import type { TraceRule } from "./trace-fields"

/** A lot with what the law asks about, for its producer and for the officials of its area. */
export type Profile = { id: string; listing_id: string | null; producer_id: string; lot: ProfileLot }

type Row = {
  id: string
  listing_id: string | null
  producer_id: string
  code: string
  title: string
  made_on: string
  expires_on: string | null
  printed_uri: string | null
  producer_name: string | null
  address: string | null
  origin: string | null
  stages: { name: string; place: string | null; time: string }[]
  photos: { renditions: unknown }[]
  said: { brand: string | null; standards: string | null } | null
}

/** Where public files lie, and how photos of them become whole addresses. */
export type Site = { publicUrl: string; fileBaseUrl: string }

/**
 * The lot of this producer, or undefined. Stages are the recorded steps but the completion itself, without those that
 * were declared an error. What a producer once said of a product's brand and standards holds for its later lots too.
 */
export async function readProfile(
  pg: Knex,
  { id, producer_id }: { id: string; producer_id: string },
  site: Site,
): Promise<Profile | undefined> {
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select lot.id, lot.listing_id, lot.producer_id, lot.code, lot.title, lot.made_on, lot.expires_on, lot.printed_uri,
       pr.name as producer_name, nullif(concat_ws(', ', c.full_name, pv.full_name), '') as address,
       (select concat_ws(', ', e.record->>'vm:village', e.record->>'vm:commune') from epcis_event e
        where e.lot_id = lot.id and e.action = 'ADD' order by e.created_at limit 1) as origin,
       coalesce((select json_agg(json_build_object('name', e.record->>'vm:stepName', 'place', e.record#>>'{readPoint,id}',
           'time', e.record->>'eventTime') order by e.event_time, e.created_at)
         from epcis_event e where e.lot_id = lot.id and e.version = 0 and e.step <> 'commissioning'
         and not exists (select 1 from epcis_event w where w.producer_id = e.producer_id and w.event_id = e.event_id and w.version > 0)
       ), '[]') as stages,
       coalesce((select json_agg(json_build_object('renditions', ph.renditions) order by ph.position, ph.created_at)
         from photo ph where ph.listing_id = lot.listing_id and ph.deleted_at is null), '[]') as photos,
       (select json_build_object('brand', d.brand, 'standards', d.standards) from lot_declaration d
        join lot same on same.id = d.lot_id
        where d.lot_id = lot.id or (same.listing_id = lot.listing_id and same.producer_id = lot.producer_id)
        order by d.lot_id = lot.id desc, d.declared_at desc limit 1) as said
     from lot
     left join producer pr on pr.id = lot.producer_id and pr.deleted_at is null
     left join commune c on c.code = pr.commune_code
     left join province pv on pv.code = c.province_code
     where lot.id = ? and lot.producer_id = ? and lot.deleted_at is null`,
    [id, producer_id],
  )
  const [row] = rows
  if (!row) return undefined
  const uri = row.printed_uri ?? lotUri(site.publicUrl, row.code)
  return {
    id: row.id,
    listing_id: row.listing_id,
    producer_id: row.producer_id,
    lot: {
      code: row.code,
      uri,
      title: row.title,
      photos: row.photos.flatMap((photo) => photoAddress(photo, site)),
      producer_name: row.producer_name,
      producer_address: row.address,
      origin: row.origin || null,
      stages: row.stages.map((stage): Stage => ({ ...stage, product_code: uri })),
      made_on: row.made_on,
      expires_on: row.expires_on,
      brand: saidOf(row.said?.brand),
      standards: saidOf(row.said?.standards),
    },
  }
}

function photoAddress(photo: { renditions: unknown }, { publicUrl, fileBaseUrl }: Site): string[] {
  const file = jpegNear(photo, 1200)
  return file ? [new URL(fileUrl(fileBaseUrl, file.key), `${baseOf(publicUrl)}/`).href] : []
}

/** An empty text is the answer "there is none". */
const saidOf = (text: string | null | undefined): Said =>
  text === null || text === undefined ? { kind: "unsaid" } : text === "" ? { kind: "none" } : { kind: "text", text }

/** What is asked, of all times; `checklist` picks what is in force. */
export async function readTraceRules(pg: Knex): Promise<TraceRule[]> {
  const { rows } = await pg.raw<{ rows: TraceRule[] }>(
    `select id, field, name_vi, name_en, duty, valid_from, valid_to, basis, certainty from trace_field
     where deleted_at is null
     order by valid_from, array_position(array['product_name', 'image', 'producer_name', 'producer_address', 'stages', 'made_on',
       'code', 'brand', 'expiry', 'standards', 'origin'], field), id`,
  )
  return rows
}

/** What a producer says of a lot of its own; an empty text says that there is none. */
export async function declareLot(pg: Knex, lot_id: string, said: { brand: string | null; standards: string | null }) {
  await pg("lot_declaration")
    .insert({ lot_id, ...said, declared_at: new Date() })
    .onConflict("lot_id")
    .merge()
}
