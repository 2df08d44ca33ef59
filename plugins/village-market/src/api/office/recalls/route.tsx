import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listRecalls } from "../../../modules/traceability/recall/read-recalls"
import { scopeOfOfficial } from "../../../recalls/lot-in-scope"
import { Input } from "../../../web/fields"
import { OfficeFrame, officeFrame } from "../../../web/office/frame"
import { page } from "../../../web/page"
import { RecallList } from "../../../web/recalls/recall-list"
import { recallTexts } from "../../../web/text/recall"
import type { OfficialRequest } from "../../actors"
import { pageNumber } from "../../page-number"

/** Recalls of the area, the way to start one, and tracing. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const { lang } = page
  const t = recallTexts[lang]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const number = pageNumber(req.query.page)
  const [frame, found] = await Promise.all([
    officeFrame(req),
    scopeOfOfficial(req.scope, req.official).then((scope) => listRecalls(pg, scope, { page: number })),
  ])
  return (
    <OfficeFrame page={page} title={t.officeTitle} {...frame}>
      <h1>{t.officeTitle}</h1>
      <p>{t.officeLead}</p>
      <RecallList lang={lang} {...found} page={number} />
      <section class="card" aria-labelledby="start">
        <h2 id="start">{t.officeStart}</h2>
        <form method="get" action="/office/recalls/new">
          <Input lang={lang} name="lot" label={t.lotCode} hint={t.lotCodeHint} required maxlength={20} />
          <button class="button" type="submit">
            {t.look}
          </button>
        </form>
      </section>
      <section class="card" aria-labelledby="tracing">
        <h2 id="tracing">{t.traceTitle}</h2>
        <p>{t.traceLead}</p>
        <p>
          <a class="button secondary" href="/office/recalls/trace?lot=">
            {t.trace}
          </a>
        </p>
      </section>
    </OfficeFrame>
  )
})
