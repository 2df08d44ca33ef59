import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE } from "../modules/catalogue"
import type { Listing } from "../modules/catalogue/models/listing"
import { REGISTRY } from "../modules/registry"
import type { Producer } from "../modules/registry/models/producer"
import { looksAfter } from "../modules/registry/official-area"
import { openTaxCode } from "../modules/registry/sealed-tax-code"
import { settingsOf } from "../settings"
import type { Scope } from "./find-producers"

/**
 * The producer, if the scope holds it; else not found, whether it exists or not.
 * Everything an official or the operator does to a producer starts here.
 */
export async function producerInScope(container: MedusaContainer, scope: Scope, id: string) {
  const registry = container.resolve(REGISTRY)
  const [producer] = await registry.listProducers({ id }, { take: 1 })
  const [commune] = producer?.commune_code
    ? await registry.listCommunes({ code: producer.commune_code }, { take: 1 })
    : []
  if (!producer || !(scope === "everywhere" || looksAfter(scope, commune))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không tìm thấy nhà sản xuất này trong địa bàn của bạn.")
  }
  return { producer, commune }
}

export type Dossier = Awaited<ReturnType<typeof readDossier>>

/**
 * All that is needed to decide on a producer: who, where, papers, goods, history. Of the tax code only its presence
 * and last three digits; shops of the same owner only inside the scope.
 */
export async function readDossier(container: MedusaContainer, scope: Scope, id: string) {
  const { producer, commune } = await producerInScope(container, scope, id)
  const registry = container.resolve(REGISTRY)
  const [evidences, listings, villages, same_owner] = await Promise.all([
    registry.listEvidences({ producer_id: id }, { order: { created_at: "ASC" }, take: 200 }),
    container.resolve(CATALOGUE).listListings({ producer_id: id }, { order: { created_at: "DESC" }, take: 200 }),
    producer.craft_village_id ? registry.listCraftVillages({ id: producer.craft_village_id }, { take: 1 }) : [],
    sameOwner(container, scope, producer),
  ])
  const [products, history] = await Promise.all([
    readProducts(container, listings),
    registry.listAuditEntries(
      { subject_id: [id, ...evidences.map((evidence) => evidence.id), ...listings.map((listing) => listing.id)] },
      { order: { created_at: "DESC", id: "DESC" }, take: 200 },
    ),
  ])
  return {
    producer: publicToOfficials(producer),
    commune: commune
      ? { code: commune.code, full_name: commune.full_name, former_district: commune.former_district }
      : null,
    craft_village: villages[0] ? { id: villages[0].id, name: villages[0].name, craft: villages[0].craft } : null,
    tax_code: { present: producer.tax_code_cipher !== null, last3: lastOfTaxCode(container, producer) },
    evidence: evidences.map(
      ({ id, kind, listing_id, mime_type, note, issued_on, status, decided_by, decided_at, created_at }) => ({
        ...{ id, kind, listing_id, mime_type, note, issued_on, status, decided_by, decided_at, created_at },
      }),
    ),
    listings: listings.map((listing) => ({ ...describe(listing), ...products.get(listing.product_id) })),
    same_owner,
    history: history.map(
      ({ id, subject_kind, subject_id, act, actor_kind, actor_name, reason, detail, created_at }) => ({
        ...{ id, subject_kind, subject_id, act, actor_kind, actor_name, reason, detail, created_at },
      }),
    ),
  }
}

const publicToOfficials = (producer: InferTypeOf<typeof Producer>) => ({
  id: producer.id,
  name: producer.name,
  handle: producer.handle,
  kind: producer.kind,
  status: producer.status,
  status_reason: producer.status_reason,
  phone: producer.phone,
  makes: producer.makes,
  story: producer.story,
  origin: producer.origin,
  helper_name: producer.helper_name,
  helper_phone: producer.helper_phone,
  is_demo: producer.is_demo,
  created_at: producer.created_at,
  submitted_at: producer.submitted_at,
  approved_at: producer.approved_at,
})

const describe = (listing: InferTypeOf<typeof Listing>) => ({
  id: listing.id,
  product_id: listing.product_id,
  unit: listing.unit,
  material: listing.material,
  hidden: listing.hidden,
  ocop_stars: listing.ocop_stars,
  ocop_status: listing.ocop_status,
  ocop_decided_on: listing.ocop_decided_on,
})

type ProductFacts = { id: string; title: string; thumbnail: string | null; price: number | null }

/** Title, picture and basic price (đồng) of the listings' Medusa products. */
async function readProducts(container: MedusaContainer, listings: InferTypeOf<typeof Listing>[]) {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const rows: ProductFacts[] = await sql("product as p")
    .leftJoin("product_variant as v", (on) => on.on("v.product_id", "p.id").andOnNull("v.deleted_at"))
    .leftJoin("product_variant_price_set as l", (on) => on.on("l.variant_id", "v.id").andOnNull("l.deleted_at"))
    .leftJoin("price as m", (on) =>
      on
        .on("m.price_set_id", "l.price_set_id")
        .andOnNull("m.deleted_at")
        .andOnNull("m.price_list_id")
        .andOnVal("m.currency_code", "vnd"),
    )
    .whereIn(
      "p.id",
      listings.map(({ product_id }) => product_id),
    )
    .groupBy("p.id")
    .select("p.id", "p.title", "p.thumbnail", sql.raw("min(m.amount)::float8 as price"))
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** The last three digits of a tax code, by which an official can compare it with a paper. */
function lastOfTaxCode(container: MedusaContainer, { id, tax_code_cipher }: InferTypeOf<typeof Producer>) {
  return tax_code_cipher ? openTaxCode(tax_code_cipher, id, settingsOf(container)).slice(-3) : null
}

async function sameOwner(container: MedusaContainer, scope: Scope, { id, holding_key }: InferTypeOf<typeof Producer>) {
  if (!holding_key) return []
  const registry = container.resolve(REGISTRY)
  const shops = (await registry.listProducers({ holding_key }, { take: 50 })).filter((shop) => shop.id !== id)
  const codes = shops.flatMap(({ commune_code }) => commune_code ?? [])
  const communes = codes.length > 0 ? await registry.listCommunes({ code: codes }, { take: 50 }) : []
  return shops
    .filter(
      (shop) =>
        scope === "everywhere" ||
        looksAfter(
          scope,
          communes.find(({ code }) => code === shop.commune_code),
        ),
    )
    .map(({ id, name, status }) => ({ id, name, status }))
}
