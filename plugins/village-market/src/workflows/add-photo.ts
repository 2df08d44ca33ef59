import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../modules/catalogue"
import { LIMITS } from "../modules/catalogue/listing-limits"
import type { Rendition } from "../modules/catalogue/photos/picture-sources"
import { pictureQueue } from "../modules/catalogue/photos/queue"
import type { PhotoTrouble } from "../modules/catalogue/photos/render"
import { renderApart } from "../modules/catalogue/photos/render-apart"
import { asText, type FileText, storePhotoFilesStep } from "./steps/store-photo-files"
import { syncProductImagesStep } from "./steps/sync-product-images"

/** `listing_id` is a listing's or, while it is being posted, a draft's. */
export type AddPhotoInput = { listing_id: string; buffer: Buffer; alt?: string | null }
export type AddPhotoTrouble = PhotoTrouble | "busy" | "too_many_photos"
export type AddPhotoOutcome = { ok: true; photo_id: string } | { ok: false; why: AddPhotoTrouble }

/** Makes the renditions of a photo, stores them and shows them with the listing. What cannot be used is a value with its cause. */
export async function addPhoto(
  container: MedusaContainer,
  { listing_id, buffer, alt }: AddPhotoInput,
): Promise<AddPhotoOutcome> {
  if (await isFull(container, listing_id)) return { ok: false, why: "too_many_photos" }
  const rendered = await pictureQueue.run(() => renderApart(buffer))
  if (!rendered) return { ok: false, why: "busy" }
  if (!rendered.ok) return rendered
  const { width, height, files } = rendered.photo
  const { result } = await addPhotoWorkflow(container).run({
    input: { listing_id, alt: alt ?? null, width, height, files: files.map(asText) },
  })
  return { ok: true, photo_id: result }
}

type NewPhoto = { listing_id: string; alt: string | null; width: number; height: number; files: FileText[] }
const isFull = async (container: MedusaContainer, listing_id: string) =>
  (await container.resolve(CATALOGUE).listPictures({ listing_id }, { select: ["id"] })).length >= LIMITS.photos

type NewRow = { photo: NewPhoto; renditions: Rendition[] }

const addPhotoRowStep = createStep(
  "add-photo-row",
  async ({ photo: { listing_id, alt, width, height }, renditions }: NewRow, { container }) => {
    const catalogue = container.resolve(CATALOGUE)
    const row = await container.resolve(Modules.LOCKING).execute(
      `photos:${listing_id}`,
      async () => {
        if (await isFull(container, listing_id)) {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Mỗi sản phẩm có tối đa ${LIMITS.photos} ảnh.`)
        }
        const [last] = await catalogue.listPictures({ listing_id }, { order: { position: "DESC" }, take: 1 })
        return catalogue.createPictures({
          listing_id,
          alt,
          width,
          height,
          position: last ? last.position + 1 : 0,
          renditions: renditions as unknown as Record<string, unknown>, // a JSON column may hold a list, its type says object
        })
      },
      { timeout: 60 },
    )
    return new StepResponse(row.id, row.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(CATALOGUE).deletePictures(id)
  },
)

/** Stores finished renditions; a failure half-way takes away the files already stored. */
export const addPhotoWorkflow = createWorkflow("add-photo", (photo: NewPhoto) => {
  const renditions = storePhotoFilesStep(photo)
  const id = addPhotoRowStep({ photo, renditions })
  syncProductImagesStep(photo)
  return new WorkflowResponse(id)
})
