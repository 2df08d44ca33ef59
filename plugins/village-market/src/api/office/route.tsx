import { findProducers, ProducerSearch } from "../../office/find-producers"
import { OfficeFrame, officeFrame } from "../../web/office/frame"
import { ProducerTable, SearchForm, WaitingList } from "../../web/office/producer-list"
import { page } from "../../web/page"
import { office } from "../../web/text/office"
import type { OfficialRequest } from "../actors"

const MOST_WAITING = 30

/** First what waits for a decision, then everybody of the area. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const t = office[page.lang]
  const search = ProducerSearch.parse(req.query)
  const [frame, waiting, found] = await Promise.all([
    officeFrame(req),
    findProducers(req.scope, req.official, { status: "pending", limit: MOST_WAITING, offset: 0 }),
    findProducers(req.scope, req.official, search),
  ])
  const searching = Boolean(search.q || search.status || search.offset)
  return (
    <OfficeFrame page={page} title={t.office} {...frame}>
      {searching ? null : <WaitingList lang={page.lang} producers={waiting.producers} count={waiting.count} />}
      <section aria-labelledby="all">
        {searching ? <h1 id="all">{t.allTitle}</h1> : <h2 id="all">{t.allTitle}</h2>}
        <SearchForm lang={page.lang} search={search} />
        <ProducerTable lang={page.lang} search={search} found={found} />
      </section>
    </OfficeFrame>
  )
})
