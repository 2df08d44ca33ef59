import { REGISTRY } from "../../../modules/registry"
import { communesOf } from "../../../modules/registry/official-area"
import { findOrders, OfficeOrderSearch } from "../../../office/find-orders"
import { byName } from "../../../web/format"
import { OfficeFrame, officeFrame } from "../../../web/office/frame"
import { LateNotice, OrderFilter, OrderTable } from "../../../web/office/order-list"
import { page } from "../../../web/page"
import { officeOrders } from "../../../web/text/office-orders"
import type { OfficialRequest } from "../../actors"

/** Orders of the sellers in the area: late answers first, then all with a filter; nothing of the buyers. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const t = officeOrders[page.lang]
  const search = OfficeOrderSearch.parse(req.query)
  const [frame, found, communes] = await Promise.all([
    officeFrame(req),
    findOrders(req.scope, req.official, search),
    req.scope.resolve(REGISTRY).listCommunes(communesOf(req.official), { take: 1000 }),
  ])
  const named = [...communes].sort((a, b) => byName(page.lang)(a.full_name, b.full_name))
  return (
    <OfficeFrame page={page} title={t.title} {...frame}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <LateNotice lang={page.lang} overdue={found.overdue} />
      <OrderFilter lang={page.lang} search={search} found={found} communes={named} />
      <OrderTable lang={page.lang} search={search} found={found} />
    </OfficeFrame>
  )
})
