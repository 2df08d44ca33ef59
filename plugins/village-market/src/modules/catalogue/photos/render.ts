import sharp, { type Metadata, type Sharp } from "sharp"

// Every photo is another one: libvips' cache of operations would only hold memory.
sharp.cache(false)

export const PHOTO_FORMATS = ["avif", "webp", "jpeg"] as const
export type PhotoFormat = (typeof PHOTO_FORMATS)[number]

/** Never upscaled: the widest rendition of a smaller picture is the picture's own width. */
const WIDTHS = [480, 960, 1600]
const MAX_HEIGHT = 2400
const MIN_SIDE = 200
/** Decoded pixels, not bytes: a 700 kB PNG can hold 256 million of them. */
const MAX_PIXELS = 40_000_000

export type RenderedFile = { format: PhotoFormat; width: number; height: number; data: Buffer }
export type RenderedPhoto = { width: number; height: number; files: RenderedFile[] }
export type PhotoTrouble = "not_a_photo" | "heic" | "too_many_pixels" | "too_small" | "damaged"
export type RenderOutcome = { ok: true; photo: RenderedPhoto } | { ok: false; why: PhotoTrouble }

/**
 * Turns what a phone sent into the files buyers load: upright, sRGB, nothing of EXIF, GPS or ICC kept, each width as
 * AVIF, WebP and JPEG. The format is known by content, never by name. A file that is no usable photo is a value.
 */
export async function renderPhoto(bytes: Buffer): Promise<RenderOutcome> {
  const trouble = inspect(bytes, await readMetadata(bytes))
  if (trouble) return { ok: false, why: trouble }
  const base = await decode(bytes)
  if (!base) return { ok: false, why: "damaged" }
  const { data, info } = base
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const widths = [...new Set([...WIDTHS.filter((width) => width < info.width), info.width])]
  const files = await Promise.all(
    widths.flatMap((width) => {
      const shrunk = sharp(data, { raw }).resize({ width })
      return PHOTO_FORMATS.map((format) => encode(shrunk, format))
    }),
  )
  return { ok: true, photo: { width: info.width, height: info.height, files } }
}

const open = (bytes: Buffer) => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })

type Read = { metadata: Metadata } | { error: string }

/** sharp refuses by exception; here that is an expected outcome, as strangers choose the bytes. */
async function readMetadata(bytes: Buffer): Promise<Read> {
  try {
    return { metadata: await open(bytes).metadata() }
  } catch (error) {
    return { error: String(error) }
  }
}

/** The brand of the ISO base media file format, at byte 8 after "ftyp"; HEVC pictures are what iPhones make. */
const isHeic = (bytes: Buffer) => /^ftyp(hei[cxms]|hev[cxms])/.test(bytes.toString("latin1", 4, 12))

function inspect(bytes: Buffer, read: Read): PhotoTrouble | undefined {
  if (isHeic(bytes)) return "heic"
  if ("error" in read) return /pixel limit/i.test(read.error) ? "too_many_pixels" : "not_a_photo"
  const { format, compression, width, height } = read.metadata
  if (format === "heif" && compression !== "av1") return "heic"
  if (!["jpeg", "png", "webp", "heif", "avif"].includes(format)) return "not_a_photo"
  if (width * height > MAX_PIXELS) return "too_many_pixels"
  if (Math.min(width, height) < MIN_SIDE) return "too_small"
  return undefined
}

/** Decodes once; the renditions are made from these pixels. */
const decode = (bytes: Buffer) =>
  open(bytes)
    .autoOrient()
    .resize({ width: Math.max(...WIDTHS), height: MAX_HEIGHT, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)

async function encode(picture: Sharp, format: PhotoFormat): Promise<RenderedFile> {
  // Effort 3 is the knee of AVIF: the bytes of effort 4 in a quarter of its time.
  const options = { avif: { quality: 50, effort: 3 }, webp: { quality: 76 }, jpeg: { quality: 78, mozjpeg: false } }[
    format
  ]
  const { data, info } = await picture.clone().toFormat(format, options).toBuffer({ resolveWithObject: true })
  return { format, width: info.width, height: info.height, data }
}
