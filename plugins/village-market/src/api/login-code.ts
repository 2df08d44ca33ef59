import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { ADDRESS_HEADER } from "../providers/auth-phone/client-address"
import type { Language } from "../web/language"
import { login } from "../web/text/login"

const STATUS = { phone_wrong: 400, phone_limit: 429, address_limit: 429, sms_failed: 503 } as const
type Why = keyof typeof STATUS

export type CodeRequest = { ok: true } | { ok: false; status: number; seconds: number; message: string }

type Asked = { phone: unknown; language: Language; consent_version?: string }

/** Has a login code sent to a phone; a refusal comes as a sentence with its HTTP status and the seconds to wait. */
export async function requestLoginCode(
  req: MedusaRequest,
  { phone, language, consent_version }: Asked,
): Promise<CodeRequest> {
  const body: Record<string, string> = { phone: typeof phone === "string" ? phone : "", language }
  if (consent_version) body.consent_version = consent_version
  const { success, error } = await req.scope
    .resolve(Modules.AUTH)
    .authenticate("phone", { body, headers: { [ADDRESS_HEADER]: req.ip ?? "" }, url: req.path })
  if (success) return { ok: true }
  const [why = "", seconds = "0"] = (error ?? "").split(" ")
  // Whatever is not one of the provider's refusals is a fault, not an answer.
  if (!isWhy(why)) throw new Error(error)
  const said = login[language][why]
  const message = typeof said === "string" ? said : said(Number(seconds))
  return { ok: false, status: STATUS[why], seconds: Number(seconds), message }
}

const isWhy = (why: string): why is Why => why in STATUS

/** Medusa's own auth routes pass on headers only, so the address travels as one; what the client sent under that name is lost. */
function passAddress(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  req.headers[ADDRESS_HEADER] = req.ip ?? ""
  next()
}

export const loginCodeMiddlewares: MiddlewareRoute[] = [{ matcher: "/auth", middlewares: [passAddress] }]
