import sharp from "sharp"

/** Decoded pixels, not bytes: a small file can hold hundreds of millions of them. */
const MAX_PIXELS = 40_000_000
/** Enough to read a page of small print. */
const MAX_SIDE = 2400

export type EvidenceTrouble = "not_supported" | "heic" | "too_many_pixels" | "damaged"
export type EvidenceFile = { content: Buffer; mime_type: "image/jpeg" | "application/pdf"; extension: "jpg" | "pdf" }
export type EvidenceOutcome = { ok: true; file: EvidenceFile } | { ok: false; why: EvidenceTrouble }

/**
 * Decides by content, never by name, what an upload is. Photos are drawn anew, upright and without EXIF or GPS, so that
 * nothing but a picture is stored; a PDF is kept as it is and only ever handed out as a download.
 */
export async function readEvidence(bytes: Buffer): Promise<EvidenceOutcome> {
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") {
    return { ok: true, file: { content: bytes, mime_type: "application/pdf", extension: "pdf" } }
  }
  const trouble = await inspect(bytes)
  if (trouble) return { ok: false, why: trouble }
  const content = await open(bytes)
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch(() => undefined)
  return content
    ? { ok: true, file: { content, mime_type: "image/jpeg", extension: "jpg" } }
    : { ok: false, why: "damaged" }
}

const open = (bytes: Buffer) => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })

/** sharp refuses by exception; here that is an expected outcome, as strangers choose the bytes. */
async function inspect(bytes: Buffer): Promise<EvidenceTrouble | undefined> {
  if (bytes.length === 0) return "not_supported"
  const read = await open(bytes)
    .metadata()
    .catch((error: Error) => error)
  if (read instanceof Error) return /pixel limit/i.test(read.message) ? "too_many_pixels" : "not_supported"
  const { format, compression, width, height } = read
  if (format === "heif" && compression !== "av1") return "heic"
  if (!["jpeg", "png", "webp", "heif"].includes(format)) return "not_supported"
  return width * height > MAX_PIXELS ? "too_many_pixels" : undefined
}

/** What a file picker offers. Without HEIC in it, an iPhone turns its photos into JPEG by itself. */
export const EVIDENCE_PDF_OR_PHOTO = "image/jpeg,image/png,image/webp,application/pdf"
