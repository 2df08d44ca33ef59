import { fileUrl, jpegNear, renditionsOf } from "../../modules/catalogue/photos/picture-sources"
import type { ListedPhoto } from "../../modules/catalogue/reads/list-products"
import type { Settings } from "../../settings"
import type { PageContext } from "../page"
import { Picture } from "../picture"
import { market } from "../text/market"

type PhotoProps = {
  page: PageContext
  photo: ListedPhoto | null | undefined
  title: string
  sizes: string
  /** Small pictures need no large files: leaves out what is wider, in pixels. */
  widest?: number
  eager?: boolean
}

/** The photo, or a woven mat in its place. */
export function ProductPhoto({ page, photo, title, sizes, widest = Number.POSITIVE_INFINITY, eager }: PhotoProps) {
  if (!photo) {
    return (
      <span class="photo none">
        <small>{market[page.lang].noPhoto}</small>
      </span>
    )
  }
  const renditions = renditionsOf(photo).filter(({ width }) => width <= widest)
  return (
    <span class="photo">
      <Picture
        photo={{ ...photo, renditions }}
        settings={page.settings}
        alt={market[page.lang].photoOf(title)}
        sizes={sizes}
        eager={eager}
      />
    </span>
  )
}

type Addresses = Pick<Settings, "publicUrl" | "fileBaseUrl">

/** Complete, for readers outside our pages; with S3 it is complete as it is. */
const address = ({ publicUrl, fileBaseUrl }: Addresses, key: string) =>
  fileUrl(fileBaseUrl.startsWith("/") ? publicUrl + fileBaseUrl : fileBaseUrl, key)

/** The photo at the width search engines like. */
export function photoAddress(photo: ListedPhoto, settings: Addresses): string | undefined {
  const jpeg = jpegNear(photo, 1200)
  return jpeg && address(settings, jpeg.key)
}

export const photoJson = (photo: ListedPhoto, settings: Addresses) => ({
  id: photo.id,
  alt: photo.alt,
  width: photo.width,
  height: photo.height,
  renditions: renditionsOf(photo).map(({ key, ...rendition }) => ({ ...rendition, url: address(settings, key) })),
})
