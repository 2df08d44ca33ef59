import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { CATALOGUE } from "../../modules/catalogue"
import { fileUrl, jpegNear } from "../../modules/catalogue/photos/picture-sources"
import { settingsOf } from "../../settings"

/**
 * Shows Medusa (dashboard, stock store API) a listing's photos in their order; a draft has no product yet. Put it
 * after every step that may fail: it only repeats what the rows of `photo` say, so nothing has to be taken back.
 */
export const syncProductImagesStep = createStep(
  "sync-product-images",
  async ({ listing_id }: { listing_id: string }, { container }) => {
    const catalogue = container.resolve(CATALOGUE)
    const { publicUrl, fileBaseUrl } = settingsOf(container)
    // Stored with Medusa's product, so these addresses are whole ones.
    const base = fileBaseUrl.startsWith("/") ? `${publicUrl}${fileBaseUrl}` : fileBaseUrl
    await container.resolve(Modules.LOCKING).execute(
      `photos:${listing_id}`,
      async () => {
        const [listing] = await catalogue.listListings({ id: listing_id }, { select: ["product_id"] })
        if (!listing) return
        const photos = await catalogue.listPictures({ listing_id }, { order: { position: "ASC" } })
        const urls = (width: number) =>
          photos.flatMap((photo) => {
            const file = jpegNear(photo, width)
            return file ? [fileUrl(base, file.key)] : []
          })
        const images = urls(1600).map((url) => ({ url }))
        const products = [{ id: listing.product_id, thumbnail: urls(480)[0] ?? null, images }]
        await updateProductsWorkflow(container).run({ input: { products } })
      },
      { timeout: 60 },
    )
    return new StepResponse()
  },
)
