import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALOGUE } from "../../modules/catalogue"
import { REGISTRY } from "../../modules/registry"
import { taxMethodOn } from "../../modules/registry/tax-method"
import { TRADE } from "../../modules/trade"
import { bookingOf } from "../../modules/trade/booking"
import { freezeParts, type Rates, type SellerFacts } from "../../modules/trade/freeze-parts"
import { readOrder } from "./read-order"

/**
 * Makes the parts of an order that are not there yet. Called from inside cart completion, after it, and by the repair
 * job: whoever comes first writes, the others change nothing.
 */
export async function ensureProducerOrders(container: MedusaContainer, orderId: string): Promise<void> {
  const order = await readOrder(container, orderId)
  const { day } = bookingOf(new Date())
  const listings = await container
    .resolve(CATALOGUE)
    .listListings({ product_id: order.items.map(({ product_id }) => product_id) })
  const sellers = await sellersOf(container, [...new Set(listings.map(({ producer_id }) => producer_id))], day)
  const rates = await readRates(container)
  const parts = freezeParts(
    order,
    listings.map(({ id, ...listing }) => ({ ...listing, listing_id: id })),
    sellers,
    rates,
    day,
  )
  await container.resolve(TRADE).ensureParts(parts)
}

async function readRates(container: MedusaContainer): Promise<Rates> {
  const registry = container.resolve(REGISTRY)
  const [vat, commission, tax] = await Promise.all([
    registry.listVatRates({}, { take: 1000 }),
    registry.listCommissionRates({}, { take: 1000 }),
    registry.listWithholdingRates({}, { take: 1000 }),
  ])
  return { vat, commission, tax }
}

async function sellersOf(container: MedusaContainer, ids: string[], day: string): Promise<SellerFacts[]> {
  const registry = container.resolve(REGISTRY)
  const [producers, statuses, papers] = await Promise.all([
    registry.listProducers({ id: ids }),
    registry.listTaxMethods({ producer_id: ids }, { take: 1000 }),
    registry.listEvidences({ producer_id: ids, kind: "own_made", status: "verified" }, { take: 1000 }),
  ])
  return producers.map((producer) => ({
    id: producer.id,
    kind: producer.kind ?? "household",
    commune_code: producer.commune_code ?? "",
    village_id: producer.craft_village_id,
    holding: producer.holding_key ?? producer.id,
    tax_method: taxMethodOn(
      producer.kind ?? "household",
      statuses.filter(({ producer_id }) => producer_id === producer.id),
      day,
    ),
    origin: producer.origin,
    evidenced: papers.some(({ producer_id }) => producer_id === producer.id),
    shipping_profile_id: producer.shipping_profile_id ?? "",
  }))
}
