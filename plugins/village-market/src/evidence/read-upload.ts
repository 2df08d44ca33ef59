import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer, { MulterError } from "multer"

const MAX_BYTES = 12 * 1024 * 1024

/** Memory only: a refused upload leaves nothing on disk. */
const single = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: 1, fields: 12, fieldSize: 16_000, parts: 14 },
}).single("file")

export type Upload =
  | { ok: true; fields: Record<string, unknown>; bytes?: Buffer }
  | { ok: false; why: "file_too_large" | "form_wrong" }

/** Reads a form with at most one file, in the field `file`, of at most 12 MB. A form without files is read as well. */
export function readUpload(req: MedusaRequest, res: MedusaResponse): Promise<Upload> {
  return new Promise((resolve) => {
    single(req, res, (error: unknown) => {
      if (!error) {
        const bytes = req.file?.buffer
        return resolve({ ok: true, fields: asFields(req.body), ...(bytes ? { bytes } : {}) })
      }
      const tooLarge = error instanceof MulterError && error.code === "LIMIT_FILE_SIZE"
      resolve({ ok: false, why: tooLarge ? "file_too_large" : "form_wrong" })
    })
  })
}

const asFields = (body: unknown) => (typeof body === "object" && body !== null ? { ...body } : {})
