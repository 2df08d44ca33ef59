import type { PhotoFormat } from "./render"

/** One file of a photo, as kept in `photo.renditions`. */
export type Rendition = { width: number; height: number; format: PhotoFormat; key: string }

/** What a page needs of a row of `photo`. */
export type PhotoRow = { width: number; height: number; alt: string | null; renditions: unknown }

export type PictureSources = {
  sources: { type: string; srcset: string }[]
  fallback: { src: string; srcset: string; width: number; height: number }
}

/** The address of a public file: `/uploads/…` on this machine, the bucket's address with S3. */
export const fileUrl = (fileBaseUrl: string, key: string) => `${fileBaseUrl}/${key}`

const isRendition = (value: unknown): value is Rendition =>
  typeof value === "object" && value !== null && "key" in value && "format" in value && "width" in value

export const renditionsOf = ({ renditions }: { renditions: unknown }): Rendition[] =>
  Array.isArray(renditions) ? renditions.filter(isRendition) : []

/** Sources of a `<picture>`, best format first, each width offered; `undefined` when the row holds no file. */
export function pictureSources(photo: PhotoRow, settings: { fileBaseUrl: string }): PictureSources | undefined {
  const files = renditionsOf(photo).sort((a, b) => a.width - b.width)
  const jpegs = files.filter(({ format }) => format === "jpeg")
  const [smallest] = jpegs
  if (!smallest) return undefined
  const url = ({ key }: Rendition) => fileUrl(settings.fileBaseUrl, key)
  const srcset = (chosen: Rendition[]) => chosen.map((file) => `${url(file)} ${file.width}w`).join(", ")
  const sources = (["avif", "webp"] as const)
    .map((format) => ({ type: `image/${format}`, srcset: srcset(files.filter((file) => file.format === format)) }))
    .filter(({ srcset }) => srcset)
  return {
    sources,
    fallback: { src: url(smallest), srcset: srcset(jpegs), width: photo.width, height: photo.height },
  }
}

/** The JPEG nearest to a width in pixels, for link previews, structured data and Medusa's own thumbnail. */
export function jpegNear(photo: { renditions: unknown }, width: number): Rendition | undefined {
  return renditionsOf(photo)
    .filter(({ format }) => format === "jpeg")
    .sort((a, b) => Math.abs(a.width - width) - Math.abs(b.width - width))[0]
}
