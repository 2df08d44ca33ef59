import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../../../../modules/registry"
import { lotsOfLines, openLotsOf } from "../../../../modules/traceability/read-lots"
import { TRADE } from "../../../../modules/trade"
import { movesFrom } from "../../../../modules/trade/producer-order-status"
import { page } from "../../../../web/page"
import { orders } from "../../../../web/text/orders"
import { handOverWorkflow } from "../../../../workflows/hand-over"
import { aheadLines } from "../../../../workflows/reads/ahead-lines"
import type { ProducerRequest } from "../../../actors"
import { PackingPage } from "./packing-page"

export const GET = page<ProducerRequest>(async (req, page) => {
  const { part, ...shown } = await packing(req)
  return <PackingPage page={page} part={part} {...shown} />
})

/** The goods have left the producer's hands. */
export const POST = page<ProducerRequest<Record<string, unknown>>>(async (req, page) => {
  const { part, ...shown } = await packing(req)
  const cash_collected = req.body?.cash_collected === "yes"
  if (part.payment_means === "cash" && part.cash_collected === 0 && !cash_collected && part.due > 0) {
    const errors = { cash_collected: orders[page.lang].cashMissing }
    return { status: 400, body: <PackingPage page={page} part={part} {...shown} errors={errors} /> }
  }
  const lots = shown.lines.flatMap(({ id }) => {
    const lot_id = req.body?.[`lot_${id}`]
    return typeof lot_id === "string" && lot_id ? [{ line_id: id, lot_id }] : []
  })
  try {
    await handOverWorkflow(req.scope).run({
      input: { producer_order_id: part.id, producer_id: req.producer.id, cash_collected, lots },
    })
  } catch (error) {
    // A lot that ran out meanwhile: the sentence says how much is left.
    if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.CONFLICT) throw error
    return {
      status: 409,
      body: <PackingPage page={page} part={part} {...shown} errors={{ hand_over: error.message }} />,
    }
  }
  return { redirect: `/producer/orders/${part.id}` }
})

async function packing(req: ProducerRequest) {
  const trade = req.scope.resolve(TRADE)
  const part = await trade.findPart(String(req.params.id), { producer_id: req.producer.id })
  if (!part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
  const registry = req.scope.resolve(REGISTRY)
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lines = await trade.linesOf([part.id])
  const [ahead, lots, served, [commune], [province]] = await Promise.all([
    aheadLines(
      req.scope,
      lines.map(({ id }) => id),
    ),
    movesFrom(part.status, "producer").includes("hand_over")
      ? openLotsOf(
          pg,
          req.producer.id,
          lines.map(({ listing_id }) => listing_id),
        )
      : [],
    lotsOfLines(
      pg,
      lines.map(({ id }) => id),
    ),
    registry.listCommunes({ code: part.buyer_commune }),
    registry.listProvinces({ code: part.buyer_province }),
  ])
  const address = [part.buyer_address, commune?.full_name, province?.full_name].filter(Boolean).join(", ")
  return { part, lines, lots, served, ahead, address }
}
