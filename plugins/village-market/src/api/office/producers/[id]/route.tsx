import { readDossier } from "../../../../office/dossier"
import { DecisionBox, Flash } from "../../../../web/office/decision"
import { EvidenceList } from "../../../../web/office/evidence"
import { ProducerFacts } from "../../../../web/office/facts"
import { OfficeFrame, officeFrame } from "../../../../web/office/frame"
import { History } from "../../../../web/office/history"
import { ListingList } from "../../../../web/office/listings"
import { page } from "../../../../web/page"
import { lotProfile } from "../../../../web/text/lot-profile"
import { office } from "../../../../web/text/office"
import type { OfficialRequest } from "../../../actors"

/** Everything needed to decide, on one screen. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const t = office[page.lang]
  const [frame, dossier] = await Promise.all([
    officeFrame(req),
    readDossier(req.scope, req.official, String(req.params.id)),
  ])
  const name = dossier.producer.name ?? t.unnamed
  const shown = { lang: page.lang, dossier }
  return (
    <OfficeFrame page={page} title={name} {...frame}>
      <h1>{name}</h1>
      <Flash lang={page.lang} done={req.query.done} producer={dossier.producer} />
      {req.query.late ? (
        <p class="notice warn" role="alert">
          {t.decidedBefore(t.status[dossier.producer.status])}
        </p>
      ) : null}
      <div class="office-dossier">
        <div>
          <ProducerFacts {...shown} />
          <EvidenceList {...shown} />
          <ListingList {...shown} />
          <p>
            <a href={`/office/producers/${dossier.producer.id}/lots`}>{lotProfile[page.lang].officeLotsLink}</a>
          </p>
        </div>
        <div>
          <DecisionBox lang={page.lang} producer={dossier.producer} />
          <History {...shown} />
        </div>
      </div>
    </OfficeFrame>
  )
})
