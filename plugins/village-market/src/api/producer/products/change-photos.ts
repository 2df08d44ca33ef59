import type { MedusaContainer } from "@medusajs/framework/types"
import type { Upload } from "../../../evidence/read-upload"
import { CATALOGUE } from "../../../modules/catalogue"
import type { ListingText } from "../../../web/text/listing"
import { addPhoto } from "../../../workflows/add-photo"
import { orderPhotosWorkflow } from "../../../workflows/order-photos"
import { removePhotoWorkflow } from "../../../workflows/remove-photo"
import { photoStatus } from "../../producers/me/listings/photo-status"

export type PhotoChange =
  | { ok: true; done: "added" | "removed" | "moved" }
  | { ok: false; why: keyof ListingText; status: number }

/**
 * What the photo forms of a listing or draft ask for: a new photo, or a button pressed under one of those there.
 * The caller has made sure that the holder is the producer's own.
 */
export async function changePhotos(
  container: MedusaContainer,
  listing_id: string,
  upload: Upload,
): Promise<PhotoChange> {
  if (!upload.ok) return { ok: false, why: upload.why, status: photoStatus(upload.why) }
  const { remove, forward } = upload.fields
  if (typeof remove === "string") {
    await removePhotoWorkflow(container).run({ input: { listing_id, photo_id: remove } })
    return { ok: true, done: "removed" }
  }
  if (typeof forward === "string") {
    const photos = await container.resolve(CATALOGUE).listPictures({ listing_id }, { order: { position: "ASC" } })
    const photo_ids = movedForward(
      photos.map(({ id }) => id),
      forward,
    )
    await orderPhotosWorkflow(container).run({ input: { listing_id, photo_ids } })
    return { ok: true, done: "moved" }
  }
  if (!upload.bytes) return { ok: false, why: "photoMissing", status: 400 }
  const added = await addPhoto(container, { listing_id, buffer: upload.bytes })
  return added.ok ? { ok: true, done: "added" } : { ok: false, why: added.why, status: photoStatus(added.why) }
}

/** Changes places with the one before; the first one stays. */
function movedForward(ids: string[], id: string) {
  const at = ids.indexOf(id)
  const before = ids[at - 1]
  if (at < 1 || before === undefined) return ids
  return ids.map((other, index) => (index === at - 1 ? id : index === at ? before : other))
}
