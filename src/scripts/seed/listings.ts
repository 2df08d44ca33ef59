import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { deleteInventoryItemWorkflow, deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { CatalogueService } from "medusa-plugin-village-market/modules/catalogue"
import type { ReferenceData } from "medusa-plugin-village-market/modules/registry/reference-data"
import { createListingWorkflow, syncProducerProductsWorkflow } from "medusa-plugin-village-market/workflows"
import { DEMO_PRODUCERS } from "./demo-people"
import { producerId } from "./producers"
import { forEach } from "./progress"

type Product = ReferenceData["products"][number]

/** Makes the listings that are missing, each by the workflow a household's own posting goes through. */
export async function seedListings(container: MedusaContainer, { products, ...data }: ReferenceData) {
  const catalogue = container.resolve<CatalogueService>("catalogue")
  const postings = await catalogue.listPostings({ key: products.map(keyOf) }, { take: products.length })
  const missing = products.filter((product) => !postings.some(({ key }) => key === keyOf(product)))
  if (missing.length > 0) await clearHalfMade(container, catalogue, missing)
  await forEach(missing, 3, "products", async (product) => {
    const input = { ...listingOf(product, data), posting: { key: keyOf(product), fingerprint: "seed" } }
    await createListingWorkflow(container).run({ input })
  })
  await publishLeftovers(container, catalogue, products)
  return { added: missing.length, same: postings.length }
}

export const keyOf = (product: Product) => `seed:${product.id}`

/** A seed that was killed may have left a draft, or stock of nothing, without the listing. */
async function clearHalfMade(container: MedusaContainer, catalogue: CatalogueService, missing: Product[]) {
  const title = missing.map((product) => product.title)
  const drafts = await container.resolve(Modules.PRODUCT).listProducts({ title, status: "draft" }, { take: 1000 })
  const listed = await catalogue.listListings({ product_id: drafts.map(({ id }) => id) }, { take: 1000 })
  const ids = drafts.filter(({ id }) => !listed.some(({ product_id }) => product_id === id)).map(({ id }) => id)
  if (ids.length > 0) await deleteProductsWorkflow(container).run({ input: { ids } })

  const { data: items } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "inventory_item",
    fields: ["id", "variants.id"],
    filters: { title },
  })
  const loose = items.filter(({ variants }) => !variants?.some(Boolean)).map(({ id }) => id)
  if (loose.length > 0) await deleteInventoryItemWorkflow(container).run({ input: loose })
}

/** Killed after the listing was made and before its product went on the market: the rule decides once more. */
async function publishLeftovers(container: MedusaContainer, catalogue: CatalogueService, products: Product[]) {
  const postings = await catalogue.listPostings({ key: products.map(keyOf) }, { take: products.length })
  const listings = await catalogue.listListings({ id: postings.map((posting) => posting.listing_id) }, { take: 1000 })
  const id = listings.map(({ product_id }) => product_id)
  const drafts = await container.resolve(Modules.PRODUCT).listProducts({ id, status: "draft" }, { take: 1000 })
  const waiting = listings.filter(({ product_id }) => drafts.some((draft) => draft.id === product_id))
  for (const producer_id of new Set(waiting.map((listing) => listing.producer_id))) {
    await syncProducerProductsWorkflow(container).run({ input: { producer_id } })
  }
}

type Places = Pick<ReferenceData, "villages" | "communes">

function listingOf(product: Product, data: Places) {
  return {
    producer_id: sellerOf(product),
    title: product.title,
    description: describe(product, data),
    unit: product.unit,
    material: product.material,
    category_id: product.category,
    vsic_code: product.vsic_code,
    weight_grams: product.weight_grams,
    price: priceOf(product),
    stock: stockOf(product),
    ...ocopOf(product),
    is_demo: true,
  }
}

function sellerOf({ id, village_id, commune_code }: Product) {
  const seller = DEMO_PRODUCERS.find(({ village, commune, status }) =>
    status === "approved" && village_id ? village === village_id : village === null && commune === commune_code,
  )
  if (!seller) throw new Error(`Nobody in the demonstration sells ${id}: see demo-people.ts`)
  return producerId(seller)
}

/** Stars that were invented are demo stars; stars the press reported are unverified; nothing here is ever verified. */
function ocopOf({ ocop_stars, certainty_ocop }: Product) {
  if (ocop_stars === null) return {}
  return {
    ocop_stars,
    ocop_status: certainty_ocop === "assumed for seed" ? ("demo" as const) : ("unverified" as const),
  }
}

/** A plain piece costs nearer the low end; rounded as a seller would write it. */
function priceOf({ price_min, price_max }: Product) {
  const price = price_min + (price_max - price_min) * 0.3
  const step = 10 ** Math.max(2, Math.floor(Math.log10(price)) - 1)
  return Math.min(price_max, Math.max(price_min, Math.round(price / step) * step))
}

/** Big things are made one by one, fresh food is made for a day or two, the rest lies in store. */
function stockOf({ weight_grams, perishable, title }: Product) {
  const usual = weight_grams >= 50_000 ? 2 : weight_grams >= 10_000 ? 5 : perishable === "yes" ? 25 : 80
  return usual + (title.length % 4)
}

function describe(product: Product, data: Places) {
  const village = data.villages.find(({ id }) => id === product.village_id)
  const commune = data.communes.find(({ code }) => code === product.commune_code)
  const place = [village && `làng nghề ${village.name}`, commune?.full_name].filter(Boolean).join(", ")
  return [
    `${product.title}, làm tại ${place}, tỉnh Ninh Bình.`,
    product.shelf_life_days && `Hạn dùng ${product.shelf_life_days} ngày kể từ ngày làm.`,
    product.perishable === "yes" && "Hàng tươi, giao trong tỉnh là tốt nhất.",
    product.category === "ruou-do-uong" && "Không bán cho người dưới 18 tuổi.",
    "Hàng mẫu để thử chợ: người bán không có thật, giá là ước lượng.",
  ]
    .filter(Boolean)
    .join("\n")
}
