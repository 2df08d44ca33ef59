import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { pickLanguage } from "../../web/language"
import { CONSENT_VERSION } from "../../web/text/consent"
import { startRegistrationWorkflow } from "../../workflows/start-registration"

const Body = z.object({ consent_version: z.literal(CONSENT_VERSION) })

/**
 * Starts a registration with the token of a phone that has no shop yet (`POST /auth/producer/phone` with the consent, then its
 * callback). The token names no actor; after this `POST /auth/token/refresh` gives one that does.
 */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const body = Body.safeParse(req.body)
  if (!body.success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `consent_version must be "${CONSENT_VERSION}", the text on /producer/register`,
    )
  }
  const [identity] = await req.scope
    .resolve(Modules.AUTH)
    .listProviderIdentities({ auth_identity_id: req.auth_context.auth_identity_id, provider: "phone" })
  if (!identity) throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")
  const { result } = await startRegistrationWorkflow(req.scope).run({
    input: { phone: identity.entity_id, consent_version: body.data.consent_version, language: pickLanguage(req) },
  })
  res.status(result.created ? 201 : 200).json({ producer: { id: result.producer_id } })
}
