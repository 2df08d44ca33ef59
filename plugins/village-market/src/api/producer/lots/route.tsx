import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listOwnLots, listOwnProducts } from "../../../modules/traceability/lots/read-lots"
import { stockDifferences } from "../../../modules/traceability/lots/stock-and-lots"
import { Layout } from "../../../web/layout"
import { LotList } from "../../../web/lots/lot-list"
import { StockDifferences } from "../../../web/lots/stock-differences"
import { page } from "../../../web/page"
import { lotChanges } from "../../../web/text/lot-changes"
import { trace } from "../../../web/text/trace"
import type { ProducerRequest } from "../../actors"
import { pageNumber } from "../../page-number"

export const GET = page<ProducerRequest>(async (req, page) => {
  const t = trace[page.lang]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const number = pageNumber(req.query.page)
  const { lots, count } = await listOwnLots(pg, req.producer.id, number)
  const products = count > 0 ? 1 : (await listOwnProducts(pg, req.producer.id)).length
  const differences = await stockDifferences(pg, req.producer.id)
  return (
    <Layout page={page} title={t.lotsTitle}>
      <h1>{t.lotsTitle}</h1>
      <StockDifferences lang={page.lang} differences={differences} agreed={req.query.saved === "stock"} />
      <p>{t.lotsLead}</p>
      <p class="actions">
        <a class="button" href={products > 0 ? "/producer/lots/new" : "/producer/products"}>
          {products > 0 ? t.lotNew : t.toProducts}
        </a>
        <a class="button secondary" href="/producer/lots/raw">
          {lotChanges[page.lang].rawNew}
        </a>
        <a class="button secondary" href="/producer/lots/merge">
          {lotChanges[page.lang].mergeTitle}
        </a>
      </p>
      {products > 0 ? null : <p>{t.lotsNoProducts}</p>}
      <LotList lang={page.lang} lots={lots} count={count} page={number} />
    </Layout>
  )
})
