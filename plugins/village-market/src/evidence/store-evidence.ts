import type { MedusaContainer } from "@medusajs/framework/types"
import { pictureQueue } from "../modules/catalogue/photos/queue"
import { REGISTRY } from "../modules/registry"
import { type AddEvidence, addEvidenceWorkflow } from "../workflows/add-evidence"
import { readEvidence } from "./evidence-file"

const MOST_FILES = 20

export type StoreOutcome = { ok: true; id: string } | { ok: false; why: StoreTrouble }
/** Keys of `web/text/portal.ts`. */
export type StoreTrouble =
  | "file_too_many"
  | "file_not_supported"
  | "file_heic"
  | "file_too_many_pixels"
  | "file_damaged"
  | "file_busy"

/** Checks an uploaded document of a producer and stores it privately; a refused one leaves nothing behind. */
export async function storeEvidence(
  container: MedusaContainer,
  bytes: Buffer,
  about: Omit<AddEvidence, "file">,
): Promise<StoreOutcome> {
  const [, count] = await container
    .resolve(REGISTRY)
    .listAndCountEvidences({ producer_id: about.producer_id }, { take: 1 })
  if (count >= MOST_FILES) return { ok: false, why: "file_too_many" }
  const read = await pictureQueue.run(() => readEvidence(bytes))
  if (!read) return { ok: false, why: "file_busy" }
  if (!read.ok) return { ok: false, why: `file_${read.why}` }
  const { content, mime_type, extension } = read.file
  const file = { content: content.toString("base64"), mime_type, extension }
  const { result } = await addEvidenceWorkflow(container).run({ input: { ...about, file } })
  return { ok: true, id: result.id }
}
