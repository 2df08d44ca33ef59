import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { CatalogueService } from "medusa-plugin-village-market/modules/catalogue"
import type { ReferenceData } from "medusa-plugin-village-market/modules/registry/reference-data"
import { createListingWorkflow } from "medusa-plugin-village-market/workflows"
import { DEMO_PRODUCERS } from "./demo-people"
import { producerId } from "./producers"
import { forEach } from "./progress"

type Product = ReferenceData["products"][number]

/** Makes the listings that are missing, each by the workflow a household's own posting goes through. */
export async function seedListings(container: MedusaContainer, data: ReferenceData) {
  const catalogue = container.resolve<CatalogueService>("catalogue")
  const postings = await catalogue.listPostings({ key: data.products.map(keyOf) }, { take: data.products.length })
  const missing = data.products.filter((product) => !postings.some(({ key }) => key === keyOf(product)))
  if (missing.length > 0) await clearHalfMade(container, catalogue, missing)
  await forEach(missing, 3, "products", async (product) => {
    const input = {
      ...listingOf(product, data),
      posting: { key: keyOf(product), fingerprint: "seed" },
    }
    await createListingWorkflow(container).run({ input })
  })
  return { added: missing.length, same: postings.length }
}

export const keyOf = (product: Product) => `seed:${product.id}`

/** A seed that was killed may have left a draft without its listing. */
async function clearHalfMade(container: MedusaContainer, catalogue: CatalogueService, missing: Product[]) {
  const title = missing.map((product) => product.title)
  const drafts = await container.resolve(Modules.PRODUCT).listProducts({ title, status: "draft" }, { take: 1000 })
  const listed = await catalogue.listListings({ product_id: drafts.map(({ id }) => id) }, { take: 1000 })
  const ids = drafts.filter(({ id }) => !listed.some(({ product_id }) => product_id === id)).map(({ id }) => id)
  if (ids.length > 0) await deleteProductsWorkflow(container).run({ input: { ids } })
}

function listingOf(product: Product, data: ReferenceData) {
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

function describe(product: Product, data: ReferenceData) {
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
