import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../../../../modules/registry"
import { lotsOfLines } from "../../../../modules/traceability/read-lots"
import { TRADE } from "../../../../modules/trade"
import type { ProducerOrder, ProducerOrderLine, RefundDue } from "../../../../modules/trade/rows"
import { AheadNote } from "../../../../web/ahead-note"
import { dateTime, money } from "../../../../web/format"
import { Layout } from "../../../../web/layout"
import { isOrderKey } from "../../../../web/order-link"
import { type PageContext, page } from "../../../../web/page"
import { checkout } from "../../../../web/text/checkout"
import { type AheadLine, aheadLines } from "../../../../workflows/reads/ahead-lines"

/** An order as its buyer sees it, by the signed link alone; a wrong key and an unknown order answer alike. */
export const GET = page(async (req, page) => {
  const id = String(req.params.id)
  const trade = req.scope.resolve(TRADE)
  const parts = isOrderKey(page.settings, id, req.query.key) ? await trade.partsOfOrder(id) : []
  const [first] = parts
  if (!first) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  const lines = await trade.linesOf(parts.map(({ id }) => id))
  const [ahead, lots, refunds, producers, places] = await Promise.all([
    aheadLines(
      req.scope,
      lines.map(({ id }) => id),
    ),
    lotsOfLines(
      req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION),
      lines.map(({ id }) => id),
    ),
    trade.refundsDue({ orderId: id }),
    req.scope.resolve(REGISTRY).listProducers({ id: parts.map(({ producer_id }) => producer_id) }),
    placesOf(req.scope.resolve(REGISTRY), first),
  ])
  return (
    <OrderPage
      page={page}
      parts={parts.map((part) => ({
        ...part,
        producer: producers.find(({ id }) => id === part.producer_id),
        lines: lines
          .filter(({ producer_order_id }) => producer_order_id === part.id)
          .map((line) => ({ ...line, lots: lots.filter(({ line_id }) => line_id === line.id) })),
      }))}
      refunds={refunds}
      ahead={ahead}
      address={[first.buyer_name, first.buyer_phone, first.buyer_address, ...places].join(", ")}
    />
  )
})

async function placesOf(
  registry: { listCommunes: Lister; listProvinces: Lister },
  order: ProducerOrder,
): Promise<string[]> {
  const [[commune], [province]] = await Promise.all([
    registry.listCommunes({ code: order.buyer_commune }),
    registry.listProvinces({ code: order.buyer_province }),
  ])
  return [commune?.full_name, province?.full_name].filter((name) => name !== undefined)
}
type Lister = (filter: { code: string }) => Promise<{ full_name: string }[]>

type Part = ProducerOrder & {
  producer?: { name: string | null; handle: string | null }
  lines: (ProducerOrderLine & { lots: { code: string }[] })[]
}
type Props = { page: PageContext; parts: Part[]; refunds: RefundDue[]; ahead: AheadLine[]; address: string }

function OrderPage({ page, parts, refunds, ahead, address }: Props) {
  const { lang } = page
  const t = checkout[lang]
  const total = parts.reduce((sum, part) => sum + part.total, 0)
  const [first] = parts
  return (
    <Layout page={page} title={t.orderTitle(first?.display_no.split("-")[0] ?? "")}>
      <div class="narrow">
        <h1>{t.orderTitle(first?.display_no.split("-")[0] ?? "")}</h1>
        <div class="notice good" role="status">
          <p>{t.thanks}</p>
          <p>{t.keepLink}</p>
        </div>
        {refunds.map((refund) => (
          <div class="notice warn">
            <h2>{t.refundTitle}</h2>
            <p>{t.refundLine(money(lang, refund.amount))}</p>
          </div>
        ))}
        {parts.map((part) => (
          <PartCard page={page} part={part} ahead={ahead} />
        ))}
        <dl class="totals">
          <dt>{t.total}</dt>
          <dd>
            <strong>{money(lang, total)}</strong>
          </dd>
          <dt>{t.placedAt}</dt>
          <dd>{first ? dateTime(lang, first.created_at) : ""}</dd>
          <dt>{t.deliverTo}</dt>
          <dd>{address}</dd>
        </dl>
      </div>
    </Layout>
  )
}

function PartCard({ page: { lang }, part, ahead }: { page: PageContext; part: Part; ahead: AheadLine[] }) {
  const t = checkout[lang]
  return (
    <section class="card">
      <h2>{t.part(part.display_no, part.producer?.name ?? "")}</h2>
      <p>
        <span class="tag">{t.status[part.status]}</span>{" "}
        {part.cash_collected > 0 ? t.collected : t.paidBy[part.payment_means]}
      </p>
      <ul>
        {part.lines.map((line) => (
          <li>
            {line.quantity} {line.unit} {line.title}: {money(lang, line.goods - line.discount)}
            {line.lots.map(({ code }) => (
              <>
                {" "}
                <a href={`/lot/${code}`}>{t.trace(code)}</a>
              </>
            ))}
            <AheadNote lang={lang} ahead={ahead} line={line} />
          </li>
        ))}
      </ul>
      <p class="meta">
        {part.shipping_name}: {part.shipping === 0 ? t.free : money(lang, part.shipping)}
      </p>
    </section>
  )
}
