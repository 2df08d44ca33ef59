import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Rendition } from "../../catalogue/photos/picture-sources"

/** A finished photo whose files are stored. `sha256` is that of its largest JPEG; `upload_sha256` of what was sent. */
export type StoredPhoto = {
  sha256: string
  upload_sha256: string
  width: number
  height: number
  renditions: Rendition[]
}

type Bound = { producer_id: string; lot_id: string; event_row_id: string; of_event_row_id: string }

/** Binds a photo to the event whose record names it, in that event's transaction. */
export const keepPhoto = (trx: Knex.Transaction, bound: Bound, { renditions, ...photo }: StoredPhoto) =>
  trx("diary_photo").insert({
    id: generateEntityId(undefined, "dph"),
    ...bound,
    ...photo,
    renditions: JSON.stringify(renditions),
  })
