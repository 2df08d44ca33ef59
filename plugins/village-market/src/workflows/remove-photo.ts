import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../modules/catalogue"
import { renditionsOf } from "../modules/catalogue/photos/picture-sources"
import { syncProductImagesStep } from "./steps/sync-product-images"

/** Both, so that a photo of another listing is never found. */
export type RemovePhotoInput = { listing_id: string; photo_id: string }

const removePhotoRowStep = createStep(
  "remove-photo-row",
  async ({ listing_id, photo_id }: RemovePhotoInput, { container }) => {
    const catalogue = container.resolve(CATALOGUE)
    const [photo] = await catalogue.listPictures({ id: photo_id, listing_id })
    if (!photo) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có ảnh này.")
    await catalogue.deletePictures(photo.id)
    return new StepResponse(
      renditionsOf(photo).map(({ key }) => key),
      photo,
    )
  },
  async (photo, { container }) => {
    if (photo) await container.resolve(CATALOGUE).createPictures(photo)
  },
)

/** Last, because files do not come back; what storage cannot remove now is named in the log. */
const deleteFilesStep = createStep("delete-photo-files", async (keys: string[], { container }) => {
  try {
    if (keys.length) await container.resolve(Modules.FILE).deleteFiles(keys)
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Photo files stay behind: ${keys.join(", ")}: ${error}`)
  }
  return new StepResponse()
})

/** Removes a photo with all its files. */
export const removePhotoWorkflow = createWorkflow("remove-photo", (input: RemovePhotoInput) => {
  const keys = removePhotoRowStep(input)
  syncProductImagesStep(input)
  deleteFilesStep(keys)
  return new WorkflowResponse(keys)
})
