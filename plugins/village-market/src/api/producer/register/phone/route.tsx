import type { MedusaRequest } from "@medusajs/framework/http"
import { normalisePhone } from "../../../../sms/phone"
import type { FieldErrors } from "../../../../web/fields"
import { Layout } from "../../../../web/layout"
import { type PageContext, page } from "../../../../web/page"
import { consent } from "../../../../web/text/consent"
import { requestLoginCode } from "../../../login-code"
import { keepAttempt, readAttempt } from "../../login-attempt"
import { DemoHint, PhoneForm } from "../../phone-form"

type Body = { phone?: unknown } | undefined

export const GET = page((req, page) =>
  readAttempt(req).consent ? <PhonePage page={page} /> : { redirect: "/producer/register" },
)

export const POST = page<MedusaRequest<Body>>(async (req, page, res) => {
  const attempt = readAttempt(req)
  if (!attempt.consent) return { redirect: "/producer/register" }
  const typed = typeof req.body?.phone === "string" ? req.body.phone : ""
  const asked = await requestLoginCode(req, { phone: typed, language: page.lang, consent_version: attempt.consent })
  if (!asked.ok) {
    return { status: asked.status, body: <PhonePage page={page} value={typed} errors={{ phone: asked.message }} /> }
  }
  keepAttempt(req, res, { ...attempt, phone: normalisePhone(typed) })
  return { redirect: "/producer/login/code" }
})

function PhonePage({ page, value, errors }: { page: PageContext; value?: string; errors?: FieldErrors }) {
  const t = consent[page.lang]
  return (
    <Layout page={page} title={t.phoneTitle}>
      <div class="narrow">
        <h1>{t.phoneTitle}</h1>
        <p>{t.phoneLead}</p>
        <PhoneForm lang={page.lang} action="/producer/register/phone" value={value} errors={errors} />
        <DemoHint page={page} />
      </div>
    </Layout>
  )
}
