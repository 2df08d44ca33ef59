import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listUnusualChanges } from "../../../modules/traceability/lots/read-unusual-changes"
import { scopeOfOfficial } from "../../../recalls/lot-in-scope"
import { OfficeFrame, officeFrame } from "../../../web/office/frame"
import { UnusualChanges } from "../../../web/office/unusual-changes"
import { page } from "../../../web/page"
import { unusualChanges } from "../../../web/text/office/unusual-changes"
import type { OfficialRequest } from "../../actors"
import { pageNumber } from "../../page-number"

/** Households of the area that noted more goods than their material usually gives, with their reasons. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const t = unusualChanges[page.lang]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const number = pageNumber(req.query.page)
  const [frame, found] = await Promise.all([
    officeFrame(req),
    scopeOfOfficial(req.scope, req.official).then((scope) => listUnusualChanges(pg, { ...scope, page: number })),
  ])
  return (
    <OfficeFrame page={page} title={t.title} {...frame}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <UnusualChanges lang={page.lang} {...found} page={number} />
    </OfficeFrame>
  )
})
