import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityProviderService,
  Logger,
} from "@medusajs/framework/types"
import { AbstractAuthModuleProvider, MedusaError, ModuleProvider, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { normalisePhone } from "../../sms/phone"
import { type SmsClient, smsClient } from "../../sms/sms-client"
import { CONSENT_VERSION } from "../../web/text/consent"
import { login } from "../../web/text/login"
import { ADDRESS_HEADER, senderOf } from "./client-address"
import { LoginCodes } from "./login-codes"

const Options = z.object({
  secret: z.string().min(1, "The secret (COOKIE_SECRET) of auth-phone is missing"),
  sms: z.object({ demo: z.boolean().default(false) }).loose(),
})

const AskForCode = z.object({
  phone: z.string().transform(normalisePhone).pipe(z.string()),
  consent_version: z.string().optional(),
  language: z.enum(["vi", "en"]).default("vi"),
})

const Answer = z.object({
  phone: z.string().transform(normalisePhone).pipe(z.string()),
  code: z.string().transform((typed) => typed.replace(/\D/g, "")),
})

/**
 * Login by phone and one-time code. `authenticate({phone})` sends a code, `validateCallback({phone, code})` checks it.
 * A phone without a shop gets a code only together with the consent to register (`consent_version`); without it the
 * answer and the count are the same and its owner is sent the way to the registration, so that nobody can ask who sells here.
 * Refusals of `authenticate` are short codes, "<why> <seconds>"; `request-login-code.ts` puts them into words.
 */
class PhoneAuth extends AbstractAuthModuleProvider {
  static identifier = "phone"
  static DISPLAY_NAME = "Phone"
  private readonly codes: LoginCodes
  private readonly sms: SmsClient
  private readonly logger: Logger

  constructor(container: { __pg_connection__: Knex; logger: Logger }, given: unknown) {
    super()
    const options = Options.parse(given)
    this.logger = container.logger
    this.sms = smsClient(options.sms)
    this.codes = new LoginCodes(container.__pg_connection__, options.secret, options.sms.demo)
  }

  async authenticate({ body, headers, url }: AuthenticationInput): Promise<AuthenticationResponse> {
    const asked = AskForCode.safeParse(body)
    if (!asked.success) return { success: false, error: "phone_wrong 0" }
    const { phone, language } = asked.data
    const consented = asked.data.consent_version === CONSENT_VERSION
    const issued = await this.codes.issue({ phone, sender: senderOf(headers?.[ADDRESS_HEADER] ?? ""), consented })
    if (!issued.ok) return { success: false, error: `${issued.why} ${issued.seconds}` }
    const t = login[language]
    try {
      await this.sms.send(phone, issued.code ? t.codeSms(issued.code) : t.unknownSms)
    } catch (error) {
      this.logger.error(
        `A login code could not be sent (${url ?? "page"}): ${error instanceof Error ? error.message : error}`,
      )
      return { success: false, error: "sms_failed 60" }
    }
    return { success: true, location: "code" }
  }

  async validateCallback(
    { body }: AuthenticationInput,
    identities: AuthIdentityProviderService,
  ): Promise<AuthenticationResponse> {
    const answer = Answer.safeParse(body)
    if (!answer.success || !(await this.codes.redeem(answer.data.phone, answer.data.code))) {
      return { success: false, error: `${login.vi.codeWrong} / ${login.en.codeWrong}` }
    }
    return { success: true, authIdentity: await identityOf(answer.data.phone, identities) }
  }
}

async function identityOf(phone: string, identities: AuthIdentityProviderService) {
  try {
    return await identities.retrieve({ entity_id: phone })
  } catch (error) {
    if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.NOT_FOUND) throw error
    return identities.create({ entity_id: phone })
  }
}

export default ModuleProvider(Modules.AUTH, { services: [PhoneAuth] })
