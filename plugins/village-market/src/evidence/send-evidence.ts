import type { MedusaResponse } from "@medusajs/framework/http"
import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Evidence } from "../modules/registry/models/evidence"

/**
 * Sends an evidence file to somebody who may see it; that it is theirs to see is the caller's to decide.
 * Photos open in the browser, a PDF is a download: it is the only thing here that we did not draw ourselves.
 */
export async function sendEvidence(
  container: MedusaContainer,
  res: MedusaResponse,
  evidence: Pick<InferTypeOf<typeof Evidence>, "id" | "file_key" | "mime_type">,
) {
  const content = await container.resolve(Modules.FILE).getAsBuffer(evidence.file_key)
  const pdf = evidence.mime_type === "application/pdf"
  res.setHeader("content-type", evidence.mime_type)
  res.setHeader(
    "content-disposition",
    `${pdf ? "attachment" : "inline"}; filename="${evidence.id}.${pdf ? "pdf" : "jpg"}"`,
  )
  res.setHeader("x-content-type-options", "nosniff")
  res.setHeader("content-security-policy", "default-src 'none'; sandbox")
  res.setHeader("cache-control", "private, no-store")
  res.status(200).send(content)
}
