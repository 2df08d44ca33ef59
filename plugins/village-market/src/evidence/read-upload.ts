import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer, { MulterError } from "multer"
import { UploadBudget } from "./upload-budget"

const MAX_BYTES = 12 * 1024 * 1024
/** What a browser wraps around the file: boundaries, headers and a few text fields. */
const WRAPPING = 256 * 1024
const budget = new UploadBudget(160 * 1024 * 1024)

/** Memory only: a refused upload leaves nothing on disk. */
const uploads = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: 1, fields: 12, fieldSize: 16_000, parts: 14 },
})

export type Upload =
  | { ok: true; fields: Record<string, unknown>; bytes?: Buffer }
  | { ok: false; why: "file_too_large" | "form_wrong" | "busy" }

/** Reads a form with at most one file of at most 12 MB, in the field named. A form without files is read as well. */
export function readUpload(req: MedusaRequest, res: MedusaResponse, field = "file"): Promise<Upload> {
  const declared = Number(req.headers["content-length"] ?? MAX_BYTES)
  if (declared > MAX_BYTES + WRAPPING) return refuseUnread(req, "file_too_large")
  const giveBack = budget.take(declared)
  if (!giveBack) return refuseUnread(req, "busy")
  res.once("close", giveBack)
  return new Promise((resolve) => {
    uploads.single(field)(req, res, (error: unknown) => {
      if (!error) {
        const bytes = req.file?.buffer
        return resolve({ ok: true, fields: asFields(req.body), ...(bytes ? { bytes } : {}) })
      }
      const tooLarge = error instanceof MulterError && error.code === "LIMIT_FILE_SIZE"
      resolve({ ok: false, why: tooLarge ? "file_too_large" : "form_wrong" })
    })
  })
}

/** The body is let pass unread to its end: a client still sending when the connection closes never sees the answer. */
function refuseUnread(req: MedusaRequest, why: "file_too_large" | "busy"): Promise<Upload> {
  return new Promise((resolve) => {
    const answer = () => resolve({ ok: false, why })
    req.once("end", answer).once("close", answer).resume()
  })
}

const asFields = (body: unknown) => (typeof body === "object" && body !== null ? { ...body } : {})
