import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stockDifferences } from "../../../../modules/traceability/lots/stock-and-lots"
import { page } from "../../../../web/page"
import { updateListingWorkflow } from "../../../../workflows/update-listing"
import type { ProducerRequest } from "../../../actors"
import { actorOf } from "../../../producers/me/listings/request"
import { textsOf } from "../read-lot-form"

/** Sets the stock of a listing to what its lots hold, if both are still what the producer saw; else the list is shown anew. */
export const POST = page<ProducerRequest>(async (req) => {
  const seen = textsOf(req.body)
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const found = (await stockDifferences(pg, req.producer.id)).find(({ listing_id }) => listing_id === seen.listing_id)
  if (
    !found ||
    String(found.stock) !== seen.stock ||
    String(found.lots) !== seen.lots ||
    !Number.isInteger(found.lots)
  ) {
    return { redirect: "/producer/lots" }
  }
  await updateListingWorkflow(req.scope).run({
    input: {
      producer_id: req.producer.id,
      listing_id: found.listing_id,
      changes: { stock: found.lots, stock_seen: found.stock },
      actor: actorOf(req),
    },
  })
  return { redirect: "/producer/lots?saved=stock" }
})
