import { setTimeout as wait } from "node:timers/promises"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../../../modules/registry"
import { forgetPasswordTries, mayTryPassword } from "../../../modules/registry/count-password-try"
import { ErrorSummary, type FieldErrors, Input } from "../../../web/fields"
import { readForm } from "../../../web/form"
import { Layout } from "../../../web/layout"
import { type PageContext, page } from "../../../web/page"
import { office } from "../../../web/text/office"
import { safeReturn, startSession } from "../../actors"

const Login = z.object({
  email: z.string("emailMissing").trim().toLowerCase().min(1, "emailMissing").max(200, "emailMissing"),
  password: z.string("passwordMissing").min(1, "passwordMissing").max(200, "passwordMissing"),
})

/** Every answer to a wrong login takes this long, so that it does not tell a known e-mail from an unknown one. */
const SLOWEST_ANSWER_MS = 400

type Shown = { page: PageContext; to: unknown; email?: string; errors?: FieldErrors }

export const GET = page((req, page) => <LoginPage page={page} to={req.query.to} />)

export const POST = page<MedusaRequest<Record<string, unknown>>>(async (req, page, res) => {
  const t = office[page.lang]
  const to = req.body?.to
  const form = readForm(Login, req.body, (key) => (key in t ? String(t[key as keyof typeof t]) : t.loginWrong))
  if (!form.ok) return { status: 400, body: <LoginPage page={page} to={to} errors={form.errors} /> }
  const { email, password } = form.value
  const refuse = (status: number, message: string) => ({
    status,
    body: <LoginPage page={page} to={to} email={email} errors={{ email: message }} />,
  })
  if (!(await mayTryPassword(req.scope, email))) return refuse(429, t.loginTooOften)
  const [login] = await Promise.all([checkPassword(req.scope, email, password), wait(SLOWEST_ANSWER_MS)])
  if (!login) return refuse(401, t.loginWrong)
  await forgetPasswordTries(req.scope, email)
  startSession(req, res, "official", login.officialId, login.authIdentityId)
  return { redirect: officeAddress(to) }
})

async function checkPassword(container: MedusaContainer, email: string, password: string) {
  const { success, authIdentity } = await container
    .resolve(Modules.AUTH)
    .authenticate("emailpass", { body: { email, password } })
  const officialId = success ? authIdentity?.app_metadata?.official_id : undefined
  if (!authIdentity || typeof officialId !== "string") return undefined
  const [official] = await container.resolve(REGISTRY).listOfficials({ id: officialId, active: true }, { take: 1 })
  return official ? { officialId: official.id, authIdentityId: authIdentity.id } : undefined
}

const officeAddress = (to: unknown) => {
  const address = safeReturn(to, "/office")
  return address.startsWith("/office") && !address.startsWith("/office/log") ? address : "/office"
}

function LoginPage({ page, to, email, errors }: Shown) {
  const t = office[page.lang]
  return (
    <Layout page={page} title={t.loginTitle}>
      <div class="narrow">
        <h1>{t.loginTitle}</h1>
        <p>{t.loginIntro}</p>
        <ErrorSummary lang={page.lang} errors={errors} />
        <form method="post" action="/office/login">
          <input type="hidden" name="to" value={officeAddress(to)} />
          <Input
            lang={page.lang}
            name="email"
            type="email"
            inputmode="email"
            autocomplete="username"
            label={t.email}
            value={email}
            errors={errors}
            required
          />
          <Input
            lang={page.lang}
            name="password"
            type="password"
            autocomplete="current-password"
            label={t.password}
            errors={errors}
            required
          />
          <button class="button" type="submit">
            {t.login}
          </button>
        </form>
      </div>
    </Layout>
  )
}
