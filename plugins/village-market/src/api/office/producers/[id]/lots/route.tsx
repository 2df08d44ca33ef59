import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LOTS_PER_PAGE, listOwnLots } from "../../../../../modules/traceability/lots/read-lots"
import { producerInScope } from "../../../../../office/dossier"
import { date } from "../../../../../web/format"
import { OfficeFrame, officeFrame } from "../../../../../web/office/frame"
import { page } from "../../../../../web/page"
import { lotProfile } from "../../../../../web/text/lot-profile"
import { office } from "../../../../../web/text/office"
import { trace } from "../../../../../web/text/trace"
import type { OfficialRequest } from "../../../../actors"
import { pageNumber } from "../../../../page-number"

/** The lots of a producer of the area, without how many pieces they hold: an official is to see to the data, not the output. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const t = lotProfile[page.lang]
  const { producer } = await producerInScope(req.scope, req.official, String(req.params.id))
  const at = pageNumber(req.query.page)
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [frame, { lots, count }] = await Promise.all([officeFrame(req), listOwnLots(pg, producer.id, at)])
  const title = t.officeLots(producer.name ?? office[page.lang].unnamed)
  const here = `/office/producers/${producer.id}`
  return (
    <OfficeFrame page={page} title={title} {...frame}>
      <h1>{title}</h1>
      {lots.length === 0 ? <p class="notice">{t.officeLotsNone}</p> : null}
      <ul class="lots">
        {lots.map((lot) => (
          <li class="card">
            <h2>
              <a href={`/office/lots/${lot.id}/profile`}>{lot.title}</a>
            </h2>
            <p class="meta">
              <span class="lot-code">{lot.code}</span> · {trace[page.lang].made} {date(page.lang, lot.made_on)}
            </p>
          </li>
        ))}
      </ul>
      <p class="actions">
        {at > 1 ? <a href={`${here}/lots?page=${at - 1}`}>{t.later}</a> : null}
        {at * LOTS_PER_PAGE < count ? <a href={`${here}/lots?page=${at + 1}`}>{t.earlier}</a> : null}
      </p>
      <p>
        <a href={here}>{t.officeBack}</a>
      </p>
    </OfficeFrame>
  )
})
