import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CATALOGUE } from "."
import { renditionsOf } from "./photos/picture-sources"

/** Throws a draft away, with its photos and their files. */
export async function discardDraft(container: MedusaContainer, id: string) {
  const catalogue = container.resolve(CATALOGUE)
  const photos = await catalogue.listPictures({ listing_id: id })
  await catalogue.deletePictures(photos.map((photo) => photo.id))
  await catalogue.deleteListingDrafts([id])
  const keys = photos.flatMap((photo) => renditionsOf(photo).map(({ key }) => key))
  if (keys.length) await container.resolve(Modules.FILE).deleteFiles(keys)
}
