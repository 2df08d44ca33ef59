import { type PhotoRow, pictureSources } from "../modules/catalogue/photos/picture-sources"

type PictureProps = {
  photo: PhotoRow
  settings: { fileBaseUrl: string }
  /** Said when the photo has no words of its own; empty when the name stands beside it. */
  alt: string
  /** How wide it is shown, as CSS `sizes`. */
  sizes?: string
  /** The first picture of a page; every other one loads when it comes near the screen. */
  eager?: boolean
}

/** A photo in the best format and width the browser can use; width and height keep its place while it loads. */
export function Picture({
  photo,
  settings,
  alt,
  sizes = "(min-width: 40rem) 20rem, 100vw",
  eager = false,
}: PictureProps) {
  const picture = pictureSources(photo, settings)
  if (!picture) return null
  const { sources, fallback } = picture
  return (
    <picture>
      {sources.map(({ type, srcset }) => (
        <source type={type} srcset={srcset} sizes={sizes} />
      ))}
      <img
        src={fallback.src}
        srcset={fallback.srcset}
        sizes={sizes}
        width={fallback.width}
        height={fallback.height}
        alt={photo.alt ?? alt}
        loading={eager ? "eager" : "lazy"}
        fetchpriority={eager ? "high" : undefined}
        decoding="async"
      />
    </picture>
  )
}
