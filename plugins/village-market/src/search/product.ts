import type { InferTypeOf } from "@medusajs/framework/types"
import { defineSearchIndex, graphConsume, graphSeed, search } from "@medusajs/framework/utils"
import type { Category } from "../modules/catalogue/models/category"
import type { Listing } from "../modules/catalogue/models/listing"
import type { Commune } from "../modules/registry/models/commune"
import type { CraftVillage } from "../modules/registry/models/craft-village"
import type { Producer } from "../modules/registry/models/producer"
import { fold } from "../web/format"

/**
 * Only folded text ("Gạo tám" → "gao tam") is searched: typo tolerance compares letters, and accents would count as
 * typos. `words` keeps the text as written, so that hits with the very accents of the query can be put first.
 */
const fields = search.define({
  id: search.keyword().filterable(),
  words: search.text(),
  folded_title: search.text().searchable({ weight: 4 }).retrievable(false),
  folded_rest: search.text().searchable({ weight: 1 }).retrievable(false),
})

type Row = { id: string; title: string; description: string | null; status: string }
type Graph = Parameters<NonNullable<ReturnType<typeof defineSearchIndex>["seed"]>>[0]["container"]["query"]

const source = {
  fields: ["id", "title", "description", "status"],
  /** The registry is looked up here instead of linked: a link would let `/store?fields=` reach its private columns. */
  transform: async (rows: Row[], { container: { query } }: { container: { query: Graph } }) => {
    const published = rows.filter(({ status }) => status === "published")
    const listings = await find<Listed>(query, "listing", ["product_id", "producer_id", "category_id", "material"], {
      product_id: published.map(({ id }) => id),
      hidden: false,
    })
    const producers = await find<Maker>(
      query,
      "producer",
      ["id", "name", "makes", "commune_code", "craft_village_id"],
      {
        id: idsOf(listings, "producer_id"),
      },
    )
    const [categories, villages, communes] = await Promise.all([
      find<Shelf>(query, "category", ["id", "name_vi", "name_en"], { id: idsOf(listings, "category_id") }),
      find<Place>(query, "craft_village", ["id", "name", "craft"], { id: idsOf(producers, "craft_village_id") }),
      find<Area>(query, "commune", ["code", "full_name"], { code: idsOf(producers, "commune_code") }),
    ])
    return published.flatMap((product) => {
      const listing = listings.find(({ product_id }) => product_id === product.id)
      if (!listing) return []
      const producer = producers.find(({ id }) => id === listing.producer_id)
      const category = categories.find(({ id }) => id === listing.category_id)
      const village = villages.find(({ id }) => id === producer?.craft_village_id)
      const commune = communes.find(({ code }) => code === producer?.commune_code)
      const rest = [
        listing.material,
        producer?.name,
        producer?.makes,
        village?.name,
        village?.craft,
        commune?.full_name,
        category?.name_vi,
        category?.name_en,
        product.description,
      ]
        .filter(Boolean)
        .join(" ")
      return [
        {
          id: product.id,
          words: `${product.title} ${rest}`.normalize("NFC"),
          folded_title: fold(product.title),
          folded_rest: fold(rest),
        },
      ]
    })
  },
}

type Listed = Pick<InferTypeOf<typeof Listing>, "product_id" | "producer_id" | "category_id" | "material">
type Maker = Pick<InferTypeOf<typeof Producer>, "id" | "name" | "makes" | "commune_code" | "craft_village_id">
type Shelf = Pick<InferTypeOf<typeof Category>, "id" | "name_vi" | "name_en">
type Place = Pick<InferTypeOf<typeof CraftVillage>, "id" | "name" | "craft">
type Area = Pick<InferTypeOf<typeof Commune>, "code" | "full_name">

async function find<T>(
  query: Graph,
  entity: string,
  fields: string[],
  filters: Record<string, unknown>,
  withDeleted = false,
): Promise<T[]> {
  const { data } = await query.graph({ entity, fields, filters, withDeleted })
  return data as T[]
}

const idsOf = <T, K extends keyof T>(rows: T[], key: K) => [
  ...new Set(rows.map((row) => row[key]).filter((id) => id !== null)),
]

/** Which products an event concerns: an edit of a producer, village, commune or category changes the text of all theirs. */
async function productsOf(
  event: { name: string; data: { id?: string; code?: string } },
  query: Graph,
): Promise<string[]> {
  const id = event.data.id ?? event.data.code
  if (!id) return []
  const [module, entity] = event.name.split(".")
  if (module === "product") return [id]
  const listings = (filters: Record<string, unknown>) =>
    find<{ product_id: string }>(query, "listing", ["product_id"], filters, true).then((rows) =>
      idsOf(rows, "product_id"),
    )
  const producers = (filters: Record<string, unknown>) =>
    find<{ id: string }>(query, "producer", ["id"], filters).then((rows) =>
      listings({ producer_id: idsOf(rows, "id") }),
    )
  switch (entity) {
    case "listing":
      return listings({ id })
    case "category":
      return listings({ category_id: id })
    case "producer":
      return listings({ producer_id: id })
    case "craft-village":
      return producers({ craft_village_id: id })
    default:
      return producers({ commune_code: id })
  }
}

export default defineSearchIndex({
  name: "product",
  entity: "product",
  fields,
  events: [
    "product.created",
    "product.updated",
    "product.deleted",
    "catalogue.listing.created",
    "catalogue.listing.updated",
    "catalogue.listing.deleted",
    "catalogue.category.updated",
    "registry.producer.updated",
    "registry.craft-village.updated",
    "registry.commune.updated",
  ],
  seed: graphSeed(source),
  consume: graphConsume({
    ...source,
    resolve_ids: (event, { container }) => productsOf(event, container.query),
    is_delete: ({ name }) => name === "product.deleted",
  }),
})
