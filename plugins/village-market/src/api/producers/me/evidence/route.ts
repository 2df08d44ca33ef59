import type { MedusaResponse } from "@medusajs/framework/http"
import type { InferTypeOf } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { readUpload } from "../../../../evidence/read-upload"
import { storeEvidence } from "../../../../evidence/store-evidence"
import { CATALOGUE } from "../../../../modules/catalogue"
import { REGISTRY } from "../../../../modules/registry"
import type { Evidence } from "../../../../modules/registry/models/evidence"
import { pickLanguage } from "../../../../web/language"
import { portal } from "../../../../web/text/portal"
import { EvidenceAbout } from "../../../../workflows/add-evidence"
import type { ProducerRequest } from "../../../actors"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const evidence = await req.scope
    .resolve(REGISTRY)
    .listEvidences({ producer_id: req.producer.id }, { take: 100, order: { created_at: "DESC" } })
  res.json({ evidence: evidence.map(asJson) })
}

/** multipart/form-data: `file` (JPEG, PNG, WebP or PDF, at most 12 MB), `kind`, and if wanted `listing_id`, `note`, `issued_on`. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const t = portal[pickLanguage(req)]
  const refuse = (status: number, message: string) =>
    void res.status(status).json({ type: MedusaError.Types.INVALID_DATA, message })
  const upload = await readUpload(req, res)
  if (!upload.ok) return upload.why === "file_too_large" ? refuse(413, t.file_too_large) : refuse(400, t.file_missing)
  if (!upload.bytes) return refuse(400, t.file_missing)
  const about = EvidenceAbout.safeParse(upload.fields)
  if (!about.success)
    return refuse(400, about.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "))
  if (about.data.listing_id && !(await owns(req, about.data.listing_id))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such listing / Không có sản phẩm này")
  }
  const registry = req.scope.resolve(REGISTRY)
  const actor = { kind: "producer" as const, id: req.auth_context.actor_id }
  const stored = await storeEvidence(req.scope, upload.bytes, { ...about.data, producer_id: req.producer.id, actor })
  if (!stored.ok) return refuse(400, t[stored.why])
  res.status(201).json({ evidence: asJson(await registry.retrieveEvidence(stored.id)) })
}

async function owns(req: ProducerRequest, id: string) {
  const [listing] = await req.scope.resolve(CATALOGUE).listListings({ id, producer_id: req.producer.id })
  return listing !== undefined
}

/** Where the file lies is nobody's business. */
const asJson = ({
  id,
  kind,
  listing_id,
  mime_type,
  note,
  issued_on,
  status,
  decided_at,
  created_at,
}: InferTypeOf<typeof Evidence>) => ({
  id,
  kind,
  listing_id,
  mime_type,
  note,
  issued_on,
  status,
  decided_at,
  created_at,
})
