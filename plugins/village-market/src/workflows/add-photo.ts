import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../modules/catalogue"
import { LIMITS } from "../modules/catalogue/listing-limits"
import type { Rendition } from "../modules/catalogue/photos/picture-sources"
import { pictureQueue } from "../modules/catalogue/photos/queue"
import type { PhotoTrouble, RenderedFile } from "../modules/catalogue/photos/render"
import { renderApart } from "../modules/catalogue/photos/render-apart"
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
/** Medusa's file module takes content as base64. */
type FileText = Omit<RenderedFile, "data"> & { content: string }

const asText = ({ data, ...file }: RenderedFile): FileText => ({
  ...file,
  content: Buffer.from(data).toString("base64"),
})

const isFull = async (container: MedusaContainer, listing_id: string) =>
  (await container.resolve(CATALOGUE).listPictures({ listing_id }, { select: ["id"] })).length >= LIMITS.photos

const storeFilesStep = createStep(
  "store-photo-files",
  async ({ files }: NewPhoto, { container }) => {
    const storage = container.resolve(Modules.FILE)
    const stored: Rendition[] = []
    try {
      for (const { content, ...file } of files) {
        // Unguessable, as a product that is not out yet has its photos at public addresses too.
        const name = createHash("sha256").update(generateEntityId()).update(content).digest("hex").slice(0, 24)
        const [made] = await storage.createFiles([
          {
            filename: `photos/${name}-${file.width}.${file.format}`,
            mimeType: `image/${file.format}`,
            access: "public",
            content,
          },
        ])
        if (made) stored.push({ ...file, key: made.id })
      }
    } catch (error) {
      // The compensation of a step that throws learns nothing; this way it hears what to remove.
      return StepResponse.permanentFailure(`A photo could not be stored: ${error}`, stored)
    }
    return new StepResponse(stored, stored)
  },
  async (stored, { container }) => {
    if (stored?.length) await container.resolve(Modules.FILE).deleteFiles(stored.map(({ key }) => key))
  },
)

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
  const renditions = storeFilesStep(photo)
  const id = addPhotoRowStep({ photo, renditions })
  syncProductImagesStep(photo)
  return new WorkflowResponse(id)
})
