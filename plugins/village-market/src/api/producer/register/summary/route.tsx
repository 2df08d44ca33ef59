import { moveProducer } from "../../../../modules/registry/producer-status"
import { missingFields } from "../../../../modules/registry/profile"
import { Layout } from "../../../../web/layout"
import { type PageContext, page } from "../../../../web/page"
import { common } from "../../../../web/text/common"
import { registration } from "../../../../web/text/registration"
import { submitRegistrationWorkflow } from "../../../../workflows/submit-registration"
import type { ProducerRequest } from "../../../actors"
import { STEP_OF } from "../../next-step"
import { ProfileFacts } from "../../profile-facts"
import { type ProfileView, viewProfile } from "../../profile-view"

export const GET = page<ProducerRequest>(async (req, page) => {
  if (!moveProducer(req.producer.status, "submit").ok) return { redirect: "/producer" }
  return <SummaryPage page={page} view={await viewProfile(req.scope, req.producer)} />
})

export const POST = page<ProducerRequest>(async (req, page) => {
  // Sent twice by a double tap: the first did it.
  if (!moveProducer(req.producer.status, "submit").ok) return { redirect: "/producer" }
  if (missingFields(req.producer).length > 0) {
    return { status: 400, body: <SummaryPage page={page} view={await viewProfile(req.scope, req.producer)} /> }
  }
  const actor = { kind: "producer" as const, id: req.auth_context.actor_id }
  await submitRegistrationWorkflow(req.scope).run({ input: { producer_id: req.producer.id, actor } })
  return { redirect: "/producer?submitted=1" }
})

function SummaryPage({ page, view }: { page: PageContext; view: ProfileView }) {
  const t = registration[page.lang]
  const missing = missingFields(view.producer)
  const title = { name: t.name, kind: t.kindShort, commune_code: t.commune, makes: t.makes, origin: t.origin }
  return (
    <Layout page={page} title={t.summaryTitle}>
      <div class="narrow">
        <h1>{t.summaryTitle}</h1>
        {missing.length > 0 ? (
          <div class="errors" role="alert">
            <h2>{t.summaryMissing}</h2>
            <ul>
              {missing.map((field) => (
                <li>
                  <a href={`/producer/register/${STEP_OF[field]}?back=summary`}>{title[field]}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p>{t.summaryLead}</p>
        )}
        <ProfileFacts lang={page.lang} view={view} back="summary" />
        {missing.length > 0 ? null : (
          <form method="post" action="/producer/register/summary">
            <button class="button" type="submit">
              {t.submit}
            </button>
          </form>
        )}
        <p class="back">
          <a href="/producer/register/helper">{common[page.lang].back}</a>
        </p>
      </div>
    </Layout>
  )
}
