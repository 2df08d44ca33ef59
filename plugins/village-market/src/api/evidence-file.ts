import { once } from "node:events"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { REGISTRY } from "../modules/registry"

/** What a browser may show by itself; anything else is offered as a download. */
const SHOWN = ["image/jpeg", "image/png", "image/webp", "application/pdf"]

/** Sends a private paper of a producer, never cached, unable to run anything. The caller has checked that the reader may see this producer. */
export async function sendEvidenceFile(req: MedusaRequest, res: MedusaResponse, producerId: string, evidenceId: string) {
  const [evidence] = await req.scope.resolve(REGISTRY).listEvidences({ id: evidenceId, producer_id: producerId }, { take: 1 })
  if (!evidence) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không tìm thấy giấy tờ này.")
  const file = await req.scope.resolve(Modules.FILE).getDownloadStream(evidence.file_key)
  await Promise.race([once(file, "readable"), once(file, "end")])
  const shown = SHOWN.includes(evidence.mime_type)
  res.set({
    "content-type": shown ? evidence.mime_type : "application/octet-stream",
    "content-disposition": shown ? "inline" : "attachment",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  })
  file.pipe(res)
}
