import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { addShippingMethodToCartWorkflow } from "@medusajs/medusa/core-flows"
import { bookingOf } from "../../modules/trade/booking"
import { DELIVERY_KINDS, type DeliveryKind, type PartQuote, quoteBasket } from "../../shipping/quote"
import { readBasketFacts } from "../../shipping/read-basket-facts"
import { VILLAGE_CARRIER } from "../steps/offer-shipping"

/** What each producer of a basket asks for bringing its goods today. */
export async function quotesOf(container: MedusaContainer, cartId: string): Promise<PartQuote[]> {
  const facts = await readBasketFacts(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), cartId)
  return quoteBasket(facts, bookingOf(new Date()).day)
}

/** One producer's part of a basket, with the id of its shipping option of each kind. */
export type PartShipping = PartQuote & { options: Partial<Record<DeliveryKind, string>> }

/** The choices of the basket's own producers; Medusa would list those of every seller of the market. */
export async function shippingOf(container: MedusaContainer, cartId: string): Promise<PartShipping[]> {
  const quotes = await quotesOf(container, cartId)
  const profiles = quotes.flatMap(({ shipping_profile_id }) => shipping_profile_id ?? [])
  if (profiles.length === 0) return []
  const options = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions(
      { shipping_profile_id: profiles },
      { select: ["id", "shipping_profile_id", "provider_id", "data"], take: 1000 },
    )
  const idOf = (profile: string | null, kind: DeliveryKind) =>
    options.find(
      ({ shipping_profile_id, provider_id, data }) =>
        shipping_profile_id === profile && provider_id === VILLAGE_CARRIER && data?.kind === kind,
    )?.id
  return quotes.map((quote) => ({
    ...quote,
    options: Object.fromEntries(DELIVERY_KINDS.map((kind) => [kind, idOf(quote.shipping_profile_id, kind)])),
  }))
}

export type ShippingChoice = { option_id: string; collection_point_id?: string }

/** One choice per producer; all of them in one call. A method replaces others of its own producer only. */
export async function chooseShipping(container: MedusaContainer, cartId: string, choices: ShippingChoice[]) {
  await addShippingMethodToCartWorkflow(container).run({
    input: {
      cart_id: cartId,
      options: choices.map(({ option_id: id, collection_point_id }) => ({
        id,
        data: collection_point_id ? { collection_point_id } : {},
      })),
    },
  })
}
