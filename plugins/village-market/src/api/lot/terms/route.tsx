import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readVocabulary } from "../../../modules/traceability/diary/read-vocabulary"
import { OWN_WORDS } from "../../../modules/traceability/diary/vocabulary"
import { Layout } from "../../../web/layout"
import { page } from "../../../web/page"
import { trace } from "../../../web/text/trace"

/** Our own words in EPCIS records are addresses of this page; it says what they mean. */
export const GET = page(async (req, page) => {
  const { lang } = page
  const t = trace[lang]
  const words = await readVocabulary(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  return (
    <Layout page={page} title={t.termsTitle} indexed>
      <h1>{t.termsTitle}</h1>
      <p>{t.termsLead}</p>
      <h2>{t.termsSteps}</h2>
      <dl class="lot-facts">
        {[...OWN_WORDS, ...words].map((step) => (
          <>
            <dt id={step.id}>
              <code>{step.id}</code>
            </dt>
            <dd>
              {step.vi} — <span lang="en">{step.en}</span>
              {step.biz_step ? <small> (CBV: {step.biz_step})</small> : null}
              {"hidden" in step && step.hidden ? <small> · {t.wordHidden}</small> : null}
            </dd>
          </>
        ))}
      </dl>
      <h2>{t.termsFields}</h2>
      <dl class="lot-facts">
        {Object.entries(t.terms).map(([name, meaning]) => (
          <>
            <dt id={name}>
              <code>{name}</code>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </Layout>
  )
})
