import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { pickLanguage } from "../../../../web/language"
import { requestLoginCode } from "../../../login-code"

type Body = { phone?: unknown; consent_version?: unknown } | undefined

/**
 * Step one of a producer's login, as Medusa's `POST /auth/{actor}/{provider}` does it, but a refusal has its own status
 * (400, 429 with Retry-After, 503) where Medusa only knows 401. Step two is Medusa's own callback route.
 */
export const POST = async (req: MedusaRequest<Body>, res: MedusaResponse) => {
  const { phone, consent_version } = req.body ?? {}
  const asked = await requestLoginCode(req, {
    phone,
    language: pickLanguage(req),
    ...(typeof consent_version === "string" ? { consent_version } : {}),
  })
  if (asked.ok) return void res.status(200).json({ location: "code" })
  if (asked.status !== 400) res.setHeader("retry-after", String(asked.seconds))
  res.status(asked.status).json({ type: MedusaError.Types.NOT_ALLOWED, message: asked.message })
}
