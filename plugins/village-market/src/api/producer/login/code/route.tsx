import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { REGISTRY } from "../../../../modules/registry"
import { readablePhone } from "../../../../sms/phone"
import { ErrorSummary, type FieldErrors, Input } from "../../../../web/fields"
import { Layout } from "../../../../web/layout"
import { type PageContext, page } from "../../../../web/page"
import { login } from "../../../../web/text/login"
import { startRegistrationWorkflow } from "../../../../workflows/start-registration"
import { safeReturn, startSession } from "../../../actors"
import { requestLoginCode } from "../../../login-code"
import { forgetAttempt, keepAttempt, type LoginAttempt, readAttempt } from "../../login-attempt"
import { DemoHint } from "../../phone-form"

type Body = { code?: unknown; resend?: unknown } | undefined
type Known = LoginAttempt & { phone: string }

export const GET = page((req, page) => {
  const attempt = readAttempt(req)
  if (!hasPhone(attempt)) return { redirect: "/producer/login" }
  return <CodePage page={page} attempt={attempt} sentAgain={req.query.sent === "again"} />
})

export const POST = page<MedusaRequest<Body>>(async (req, page, res) => {
  const attempt = readAttempt(req)
  if (!hasPhone(attempt)) return { redirect: "/producer/login" }
  const { code, resend } = req.body ?? {}
  return resend === undefined ? enter(req, res, page, attempt, code) : sendAgain(req, res, page, attempt)
})

async function enter(req: MedusaRequest, res: MedusaResponse, page: PageContext, attempt: Known, code: unknown) {
  const t = login[page.lang]
  if (typeof code !== "string" || !/\d/.test(code)) {
    return { status: 400, body: <CodePage page={page} attempt={attempt} errors={{ code: t.codeMissing }} /> }
  }
  const { success, authIdentity } = await req.scope
    .resolve(Modules.AUTH)
    .validateCallback("phone", { body: { phone: attempt.phone, code } })
  if (!success || !authIdentity) {
    return { status: 401, body: <CodePage page={page} attempt={attempt} errors={{ code: t.codeWrong }} /> }
  }
  const memberId = await memberOf(req, attempt, page)
  // Nobody is registered without the consent of this very visit.
  if (!memberId) return { redirect: "/producer/register" }
  forgetAttempt(req, res)
  startSession(req, res, "producer", memberId, authIdentity.id)
  return { redirect: safeReturn(attempt.to, "/producer") }
}

async function memberOf(req: MedusaRequest, { phone, consent, language }: Known, page: PageContext) {
  const [member] = await req.scope.resolve(REGISTRY).listProducerMembers({ phone })
  if (member) return member.id
  if (!consent) return undefined
  const { result } = await startRegistrationWorkflow(req.scope).run({
    input: { phone, consent_version: consent, language: language ?? page.lang },
  })
  return result.member_id
}

async function sendAgain(req: MedusaRequest, res: MedusaResponse, page: PageContext, attempt: Known) {
  const { phone, consent } = attempt
  const asked = await requestLoginCode(req, {
    phone,
    language: page.lang,
    ...(consent ? { consent_version: consent } : {}),
  })
  if (!asked.ok) {
    return { status: asked.status, body: <CodePage page={page} attempt={attempt} errors={{ code: asked.message }} /> }
  }
  keepAttempt(req, res, attempt)
  return { redirect: "/producer/login/code?sent=again" }
}

const hasPhone = (attempt: LoginAttempt): attempt is Known => Boolean(attempt.phone)

type CodePageProps = { page: PageContext; attempt: Known; errors?: FieldErrors; sentAgain?: boolean }

function CodePage({ page, attempt, errors, sentAgain }: CodePageProps) {
  const t = login[page.lang]
  const phone = readablePhone(attempt.phone)
  return (
    <Layout page={page} title={t.codeTitle}>
      <div class="narrow">
        <h1>{t.codeTitle}</h1>
        <p>{attempt.consent ? t.codeSentNew(phone) : t.codeSent(phone)}</p>
        {sentAgain ? (
          <p class="notice good" role="status">
            {t.sentAgain}
          </p>
        ) : null}
        <form method="post" action="/producer/login/code" novalidate>
          <ErrorSummary lang={page.lang} errors={errors} />
          <Input
            lang={page.lang}
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            label={t.code}
            hint={t.codeHint}
            errors={errors}
            required
          />
          <button class="button" type="submit">
            {t.enter}
          </button>
        </form>
        <DemoHint page={page} />
        <section class="card">
          <h2>{t.noCode}</h2>
          <p>{t.noCodeText}</p>
          <form method="post" action="/producer/login/code" class="actions">
            <button class="button secondary" type="submit" name="resend" value="1">
              {t.resend}
            </button>
            <a class="button secondary" href={attempt.consent ? "/producer/register/phone" : "/producer/login"}>
              {t.otherPhone}
            </a>
          </form>
        </section>
        {attempt.consent ? null : (
          <p>
            {t.firstTime} <a href="/producer/register">{t.register}</a>
          </p>
        )}
      </div>
    </Layout>
  )
}
