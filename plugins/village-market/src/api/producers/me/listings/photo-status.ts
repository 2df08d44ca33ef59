import type { Upload } from "../../../../evidence/read-upload"
import type { AddPhotoTrouble } from "../../../../workflows/add-photo"

type Trouble = AddPhotoTrouble | Extract<Upload, { ok: false }>["why"]

/** 413 Content Too Large, 503 Service Unavailable (RFC 9110 §15), else a bad request. */
export const photoStatus = (why: Trouble) => (why === "file_too_large" ? 413 : why === "busy" ? 503 : 400)
