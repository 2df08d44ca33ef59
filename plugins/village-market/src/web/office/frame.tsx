import type { Child } from "hono/jsx"
import type { OfficialRequest } from "../../api/actors"
import { REGISTRY } from "../../modules/registry"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { office } from "../text/office"
import { collectionPoints } from "../text/office/collection-points"
import { unusualChanges } from "../text/office/unusual-changes"
import { officeOrders } from "../text/office-orders"
import { recallTexts } from "../text/recall"

type FrameProps = { page: PageContext; title: string; area: string; name: string; children: Child }

/** The frame of the pages behind the officials' login: who is logged in, over which area, and the way out. */
export function OfficeFrame({ page, title, area, name, children }: FrameProps) {
  const t = office[page.lang]
  return (
    <Layout page={page} title={title}>
      <nav class="office-bar" aria-label={t.officeNav}>
        <a href="/office">{t.queue}</a>
        <a href="/office/orders">{officeOrders[page.lang].nav}</a>
        <a href="/office/recalls">{recallTexts[page.lang].officeNav}</a>
        <a href="/office/lot-changes">{unusualChanges[page.lang].nav}</a>
        <a href="/office/statistics">{t.statistics}</a>
        <a href="/office/collection-points">{collectionPoints[page.lang].points}</a>
        <span>
          {name} · {t.area(area)}
        </span>
        <form method="post" action="/office/logout">
          <button class="button secondary" type="submit">
            {t.logout}
          </button>
        </form>
      </nav>
      {children}
    </Layout>
  )
}

/** The name and the area of the official of a request, as the frame shows them. */
export async function officeFrame(req: OfficialRequest) {
  const { name, area_kind, area_code } = req.official
  const registry = req.scope.resolve(REGISTRY)
  const [place] =
    area_kind === "province"
      ? await registry.listProvinces({ code: area_code }, { take: 1 })
      : await registry.listCommunes({ code: area_code }, { take: 1 })
  return { name, area: place?.full_name ?? area_code }
}
