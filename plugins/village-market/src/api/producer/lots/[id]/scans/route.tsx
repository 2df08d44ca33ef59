import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { dateInVietnam } from "../../../../../modules/traceability/lots/lot-time"
import { readOwnLot } from "../../../../../modules/traceability/lots/read-lots"
import { daysBetween, scansByDay, serialScans } from "../../../../../modules/traceability/scans/read-scans"
import { unusualSerials } from "../../../../../modules/traceability/scans/unusual-serials"
import { settingsOf } from "../../../../../settings"
import { Layout } from "../../../../../web/layout"
import { ScansView } from "../../../../../web/lots/scans-view"
import { page } from "../../../../../web/page"
import { lotScans } from "../../../../../web/text/lot-scans"
import type { ProducerRequest } from "../../../../actors"

const DAYS = 30

/** How often the label of an own lot was scanned, day by day. */
export const GET = page<ProducerRequest>(async (req, page) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readOwnLot(pg, req.producer.id, String(req.params.id))
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  const to = dateInVietnam()
  const from = dateInVietnam(new Date(Date.now() - (DAYS - 1) * 86_400_000))
  const [counted, serials] = await Promise.all([scansByDay(pg, lot.id, from, to), serialScans(pg, lot.id)])
  const counts = new Map(counted.map(({ day, count }) => [day, count]))
  const days = daysBetween(from, to).map((day) => ({ day, count: counts.get(day) ?? 0 }))
  return (
    <Layout page={page} title={lotScans[page.lang].title(lot.code)}>
      <ScansView
        lang={page.lang}
        lot={lot}
        days={days}
        unusual={unusualSerials(serials, settingsOf(req.scope).scans)}
      />
    </Layout>
  )
})
