import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Rendition } from "../modules/catalogue/photos/picture-sources"
import type { PhotoTrouble } from "../modules/catalogue/photos/render"
import { addPhotoLater } from "../modules/traceability/diary/add-photo"
import { type DrawnPhoto, drawPhoto } from "./steps/draw-photo"
import { makerOfLots } from "./steps/maker-of-lots"
import { storePhotoFilesStep } from "./steps/store-photo-files"

type Attaching = { producer_id: string; event_row_id: string }
type Attached = Attaching & { photo: DrawnPhoto }
export type AttachOutcome = { ok: true } | { ok: false; why: PhotoTrouble | "busy" | "too_many_photos" }

const addStep = createStep(
  "add-later-photo",
  async ({ photo, renditions, ...of }: Attached & { renditions: Rendition[] }, { container }) => {
    const maker = await makerOfLots(container, of.producer_id)
    const added = await addPhotoLater(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
      ...of,
      ...maker,
      photo: { ...photo.facts, renditions },
    })
    // Not shown by any row, so nobody would ever take these files away.
    if (!added.ok || added.known) await container.resolve(Modules.FILE).deleteFiles(renditions.map(({ key }) => key))
    return new StepResponse(added)
  },
)

/** Stores the files of a photo and the event that binds it to a step recorded before. */
export const attachPhotoWorkflow = createWorkflow("attach-photo", (input: Attached) => {
  const renditions = storePhotoFilesStep(transform({ input }, ({ input }) => ({ files: input.photo.files })))
  return new WorkflowResponse(
    addStep(transform({ input, renditions }, (given) => ({ ...given.input, renditions: given.renditions }))),
  )
})

/** Adds a photo to a step of this producer's diary. What cannot be used is a value with its cause. */
export async function attachPhoto(container: MedusaContainer, of: Attaching, bytes: Buffer): Promise<AttachOutcome> {
  const drawn = await drawPhoto(bytes)
  if (!drawn.ok) return drawn
  const { result } = await attachPhotoWorkflow(container).run({ input: { ...of, photo: drawn.photo } })
  return result
}
