import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorSummary, type FieldErrors } from "../../../web/fields"
import { Layout } from "../../../web/layout"
import { type PageContext, page } from "../../../web/page"
import { common } from "../../../web/text/common"
import { CONSENT_VERSION, consent } from "../../../web/text/consent"
import { keepAttempt } from "../login-attempt"

type Body = { agree?: unknown; version?: unknown } | undefined

/** The consent comes before everything: nothing of a household is stored, not even its number, until it agrees. */
export const GET = page((_req, page) => <ConsentPage page={page} />)

export const POST = page<MedusaRequest<Body>>((req, page, res) => {
  const { agree, version } = req.body ?? {}
  // A page left open over a change of the text shows the new text again.
  if (agree !== "yes" || version !== CONSENT_VERSION) {
    return { status: 400, body: <ConsentPage page={page} errors={{ agree: consent[page.lang].agreeMissing }} /> }
  }
  keepAttempt(req, res, { consent: CONSENT_VERSION, language: page.lang })
  return { redirect: "/producer/register/phone" }
})

function ConsentPage({ page, errors }: { page: PageContext; errors?: FieldErrors }) {
  const t = consent[page.lang]
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {t.parts.map(({ heading, lines }) => (
          <section>
            <h2>{heading}</h2>
            <ul>
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
        ))}
        <form method="post" action="/producer/register" novalidate>
          <ErrorSummary lang={page.lang} errors={errors} />
          <input type="hidden" name="version" value={CONSENT_VERSION} />
          <label class="option">
            <input
              type="checkbox"
              id="agree"
              name="agree"
              value="yes"
              required
              aria-invalid={errors ? "true" : undefined}
            />
            <span>{t.agree}</span>
          </label>
          <div class="actions">
            <button class="button" type="submit">
              {common[page.lang].next}
            </button>
            <a class="button secondary" href="/market">
              {t.noThanks}
            </a>
          </div>
        </form>
      </div>
    </Layout>
  )
}
