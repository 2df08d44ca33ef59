import type { MedusaRequest } from "@medusajs/framework/http"
import { normalisePhone } from "../../../sms/phone"
import type { FieldErrors } from "../../../web/fields"
import { Layout } from "../../../web/layout"
import { type PageContext, page } from "../../../web/page"
import { login } from "../../../web/text/login"
import { safeReturn } from "../../actors"
import { requestLoginCode } from "../../login-code"
import { keepAttempt } from "../login-attempt"
import { DemoHint, PhoneForm } from "../phone-form"

type Body = { phone?: unknown; to?: unknown } | undefined

export const GET = page((req, page) => <LoginPage page={page} to={safeReturn(req.query.to, "")} />)

export const POST = page<MedusaRequest<Body>>(async (req, page, res) => {
  const { phone, to } = req.body ?? {}
  const typed = typeof phone === "string" ? phone : ""
  const asked = await requestLoginCode(req, { phone: typed, language: page.lang })
  if (!asked.ok) {
    const body = <LoginPage page={page} to={safeReturn(to, "")} value={typed} errors={{ phone: asked.message }} />
    return { status: asked.status, body }
  }
  keepAttempt(req, res, { phone: normalisePhone(typed), to: safeReturn(to, "") })
  return { redirect: "/producer/login/code" }
})

function LoginPage({
  page,
  to,
  value,
  errors,
}: {
  page: PageContext
  to: string
  value?: string
  errors?: FieldErrors
}) {
  const t = login[page.lang]
  return (
    <Layout page={page} title={t.loginTitle}>
      <div class="narrow">
        <h1>{t.loginTitle}</h1>
        <p>{t.loginLead}</p>
        <PhoneForm lang={page.lang} action="/producer/login" value={value} errors={errors} to={to} />
        <DemoHint page={page} />
        <section class="card">
          <h2>{t.firstTime}</h2>
          <p>{t.firstTimeText}</p>
          <a class="button secondary" href="/producer/register">
            {t.register}
          </a>
        </section>
      </div>
    </Layout>
  )
}
