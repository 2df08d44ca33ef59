import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { lotCodeFrom } from "../../../modules/traceability/lots/lot-code"
import { readPublicLot } from "../../../modules/traceability/lots/read-public-lot"
import { Layout } from "../../../web/layout"
import { LookupForm } from "../../../web/lots/lookup-form"
import { PublicLotView, placeName } from "../../../web/lots/public-lot"
import { type PageContext, page } from "../../../web/page"
import { trace } from "../../../web/text/trace"

/** What a QR opens. Codes typed in small letters or with spaces lead to the same address. */
export const GET = page(async (req, page) => {
  const typed = String(req.params.code)
  const code = lotCodeFrom(typed)
  if (code && code !== typed) return { redirect: `/lot/${code}${new URL(page.url, "http://host").search}` }
  const lot = code ? await readPublicLot(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), code) : undefined
  if (!lot) return { status: 404, body: <UnknownLot page={page} typed={typed} /> }
  const t = trace[page.lang]
  return (
    <Layout
      page={page}
      title={t.lotOf(lot.facts.title)}
      description={t.describe(lot.facts.title, placeName(lot))}
      indexed
    >
      <PublicLotView lang={page.lang} lot={lot} />
    </Layout>
  )
})

function UnknownLot({ page, typed }: { page: PageContext; typed: string }) {
  const t = trace[page.lang]
  return (
    <Layout page={page} title={t.unknownTitle}>
      <h1>{t.unknownTitle}</h1>
      <p>{t.unknownText(typed.slice(0, 60))}</p>
      <ul>
        {t.unknownHelp.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <LookupForm lang={page.lang} value={typed.slice(0, 40)} />
    </Layout>
  )
}
