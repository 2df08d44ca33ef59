import { lotCodeFrom } from "../../modules/traceability/lots/lot-code"
import { Layout } from "../../web/layout"
import { LookupForm } from "../../web/lots/lookup-form"
import { page } from "../../web/page"
import { trace } from "../../web/text/trace"

/** A code typed by hand; one that cannot exist goes on to the page that says so and helps. */
export const GET = page((req, page) => {
  const typed = typeof req.query.code === "string" ? req.query.code.trim() : ""
  if (typed) return { redirect: `/lot/${encodeURIComponent(lotCodeFrom(typed) ?? typed)}` }
  const t = trace[page.lang]
  return (
    <Layout page={page} title={t.lookupTitle} indexed>
      <h1>{t.lookupTitle}</h1>
      <LookupForm lang={page.lang} />
    </Layout>
  )
})
