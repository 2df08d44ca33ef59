import { lotInArea } from "../../../../../office/lots"
import { readChecklist } from "../../../../../seller/lot-profile"
import { ProfileFiles } from "../../../../../web/lots/profile-files"
import { ProfileChecklist } from "../../../../../web/lots/profile-view"
import { OfficeFrame, officeFrame } from "../../../../../web/office/frame"
import { page } from "../../../../../web/page"
import { lotProfile } from "../../../../../web/text/lot-profile"
import type { OfficialRequest } from "../../../../actors"

/** What the law asks of a lot of the area, beside what its maker recorded. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const t = lotProfile[page.lang]
  const found = await lotInArea(req.scope, req.official, String(req.params.id))
  const [frame, { profile, items, today }] = await Promise.all([officeFrame(req), readChecklist(req.scope, found)])
  const { lot } = profile
  return (
    <OfficeFrame page={page} title={t.title(lot.code)} {...frame}>
      <h1>{t.title(lot.code)}</h1>
      <p>
        {lot.title} · {lot.producer_name} · <a href={`/lot/${lot.code}`}>{t.publicPage}</a>
      </p>
      <p>{t.officeLead}</p>
      <ProfileChecklist lang={page.lang} items={items} today={today} />
      <ProfileFiles lang={page.lang} base={`/office/lots/${profile.id}/profile`} />
      <p>
        <a href={`/office/producers/${profile.producer_id}/lots`}>{t.officeLotsBack}</a>
      </p>
    </OfficeFrame>
  )
})
