import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../modules/catalogue"
import { syncProductImagesStep } from "./steps/sync-product-images"

/** All photos of a listing in their new order; the first one is shown in lists. */
export type OrderPhotosInput = { listing_id: string; photo_ids: string[] }

const orderPhotosStep = createStep(
  "order-photo-rows",
  async ({ listing_id, photo_ids }: OrderPhotosInput, { container }) => {
    const catalogue = container.resolve(CATALOGUE)
    const before = await catalogue.listPictures({ listing_id }, { select: ["id", "position"] })
    const same = before.length === photo_ids.length && before.every(({ id }) => photo_ids.includes(id))
    if (!same) throw new MedusaError(MedusaError.Types.INVALID_DATA, "Danh sách ảnh đã thay đổi, xin tải lại trang.")
    await catalogue.updatePictures(photo_ids.map((id, position) => ({ id, position })))
    return new StepResponse(
      photo_ids,
      before.map(({ id, position }) => ({ id, position })),
    )
  },
  async (before, { container }) => {
    if (before) await container.resolve(CATALOGUE).updatePictures(before)
  },
)

export const orderPhotosWorkflow = createWorkflow("order-photos", (input: OrderPhotosInput) => {
  const order = orderPhotosStep(input)
  syncProductImagesStep(input)
  return new WorkflowResponse(order)
})
