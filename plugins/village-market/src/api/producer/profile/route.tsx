import { Layout } from "../../../web/layout"
import { page } from "../../../web/page"
import { portal } from "../../../web/text/portal"
import type { ProducerRequest } from "../../actors"
import { ProfileFacts } from "../profile-facts"
import { viewProfile } from "../profile-view"

export const GET = page<ProducerRequest>(async (req, page) => {
  const t = portal[page.lang]
  const view = await viewProfile(req.scope, req.producer)
  return (
    <Layout page={page} title={t.profileTitle}>
      <div class="narrow">
        <h1>{t.profileTitle}</h1>
        <p>{t.profileLead}</p>
        <ProfileFacts lang={page.lang} view={view} back="profile" story />
        <p class="actions">
          <a class="button secondary" href="/producer">
            {t.backHome}
          </a>
        </p>
      </div>
    </Layout>
  )
})
