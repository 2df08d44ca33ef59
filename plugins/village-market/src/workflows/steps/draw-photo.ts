import { createHash } from "node:crypto"
import { pictureQueue } from "../../modules/catalogue/photos/queue"
import type { PhotoTrouble } from "../../modules/catalogue/photos/render"
import { renderApart } from "../../modules/catalogue/photos/render-apart"
import type { StoredPhoto } from "../../modules/traceability/diary/keep-photo"
import { asText, type FileText } from "./store-photo-files"

/** A photo of the diary, ready to be stored: its files as text, and what its record says of it. */
export type DrawnPhoto = { files: FileText[]; facts: Omit<StoredPhoto, "renditions"> }
export type DrawOutcome = { ok: true; photo: DrawnPhoto } | { ok: false; why: PhotoTrouble | "busy" }

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** Draws what a phone sent as photos of goods are drawn: upright, without EXIF and GPS, in three widths. */
export async function drawPhoto(bytes: Buffer): Promise<DrawOutcome> {
  const drawn = await pictureQueue.run(() => renderApart(bytes))
  if (!drawn) return { ok: false, why: "busy" }
  if (!drawn.ok) return drawn
  const { width, height, files } = drawn.photo
  const [largest] = files.filter(({ format }) => format === "jpeg").sort((a, b) => b.width - a.width)
  if (!largest) return { ok: false, why: "damaged" }
  const facts = { sha256: sha256(largest.data), upload_sha256: sha256(bytes), width, height }
  return { ok: true, photo: { files: files.map(asText), facts } }
}
