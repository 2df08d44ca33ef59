import type { MedusaContainer } from "@medusajs/framework/types"
import type { CatalogueService } from "medusa-plugin-village-market/modules/catalogue"
import type { ReferenceData } from "medusa-plugin-village-market/modules/registry/reference-data"
import { addPhoto } from "medusa-plugin-village-market/workflows"
import sharp from "sharp"
import { illustrate } from "./illustrations"
import { keyOf } from "./listings"
import { forEach } from "./progress"

/** Twice what a phone shows: the widest rendition, so none is made for nothing. */
const SIDE = 960

/** Gives each product of the demonstration without a photo a drawing, through the same pipeline as a household's photo. */
export async function seedPhotos(container: MedusaContainer, { products }: ReferenceData) {
  const catalogue = container.resolve<CatalogueService>("catalogue")
  const postings = await catalogue.listPostings({ key: products.map(keyOf) }, { take: products.length })
  const listing_id = postings.map((posting) => posting.listing_id)
  const pictures = await catalogue.listPictures({ listing_id }, { select: ["id", "listing_id"], take: 10_000 })
  const bare = postings.filter((posting) => !pictures.some((picture) => picture.listing_id === posting.listing_id))
  await forEach(bare, 2, "drawings", async ({ key, listing_id }) => {
    const product = products.find((one) => keyOf(one) === key)
    if (!product) return
    const buffer = await sharp(Buffer.from(illustrate(product)))
      .resize(SIDE, SIDE)
      .jpeg({ quality: 92 })
      .toBuffer()
    const outcome = await addPhoto(container, { listing_id, buffer, alt: `Hình minh hoạ: ${product.title}` })
    if (!outcome.ok) throw new Error(`The drawing of ${product.id} was refused: ${outcome.why}`)
  })
  return { added: bare.length, same: postings.length - bare.length }
}
