import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  CalculatedShippingOptionPrice,
  CalculateShippingOptionPriceDTO,
  CreateFulfillmentResult,
  CreateShippingOptionDTO,
  FulfillmentOption,
  ValidateFulfillmentDataContext,
} from "@medusajs/framework/types"
import { AbstractFulfillmentProviderService, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { bookingOf } from "../../modules/trade/booking"
import { DELIVERY_KINDS, priceOf, quoteBasket } from "../../shipping/quote"
import { readBasketFacts } from "../../shipping/read-basket-facts"

/** What one of our shipping options carries: whose goods, and how they reach the buyer. */
const OptionData = z.object({ kind: z.enum(DELIVERY_KINDS), producer_id: z.string() })
/** What a buyer adds to it; of several collection points the first is taken when none is named. */
const Wish = z.object({ collection_point_id: z.string().optional() })
/** A method that was chosen before names its point inside what was kept of it. */
const Kept = z.object({ collection_point: z.object({ id: z.string() }).nullish() })

/**
 * Producers send their goods themselves, by post, motorbike or truck, or the buyer fetches them. Prices come from the
 * dated rates by the weight of this producer's goods and the distance; all facts are read from the database by the
 * basket's id, so that a page, a storefront and the completion of an order cannot differ.
 */
export class VillageFulfilment extends AbstractFulfillmentProviderService {
  static identifier = "village"
  readonly #connection: Knex

  constructor(cradle: { __pg_connection__: Knex }) {
    super()
    this.#connection = cradle.__pg_connection__
  }

  async getFulfillmentOptions(): Promise<FulfillmentOption[]> {
    return DELIVERY_KINDS.map((kind) => ({ id: kind, kind }))
  }

  async validateOption(data: Record<string, unknown>): Promise<boolean> {
    return OptionData.safeParse(data).success
  }

  async canCalculate({ data }: CreateShippingOptionDTO): Promise<boolean> {
    return OptionData.safeParse(data).success
  }

  /** Whole đồng, tax included. What is not offered has no amount: Medusa then refuses to choose it, and drops it where it was chosen. */
  async calculatePrice(
    optionData: CalculateShippingOptionPriceDTO["optionData"],
    data: CalculateShippingOptionPriceDTO["data"],
    context: { id?: unknown },
  ): Promise<CalculatedShippingOptionPrice> {
    const price = await this.#price(optionData, data, context.id)
    // Medusa's type has no word for "not offered", its workflows look for exactly this.
    const calculated_amount = price?.amount as number
    return { calculated_amount, is_calculated_price_tax_inclusive: true }
  }

  /** What the shipping method keeps: how it was priced, and the collection point's name and address as they are today. */
  async validateFulfillmentData(
    optionData: Record<string, unknown>,
    data: Record<string, unknown>,
    context: Pick<ValidateFulfillmentDataContext, "id">,
  ) {
    const price = await this.#price(optionData, data, context.id)
    if (!price) throw new MedusaError(MedusaError.Types.INVALID_DATA, "This way of delivery is not offered here.")
    return price.facts
  }

  async #price(optionData: unknown, data: unknown, cartId: unknown) {
    const option = OptionData.safeParse(optionData)
    if (!option.success || typeof cartId !== "string") return undefined
    const facts = await readBasketFacts(this.#connection, cartId)
    const quote = quoteBasket(facts, bookingOf(new Date()).day).find(
      ({ producer_id }) => producer_id === option.data.producer_id,
    )
    const collection_point_id =
      Wish.safeParse(data).data?.collection_point_id ?? Kept.safeParse(data).data?.collection_point?.id
    return priceOf(quote, { kind: option.data.kind, collection_point_id })
  }

  /** The producer carries the goods; nobody is told here. */
  async createFulfillment(): Promise<CreateFulfillmentResult> {
    return { data: {}, labels: [] }
  }

  async cancelFulfillment(): Promise<Record<string, never>> {
    return {}
  }

  async createReturnFulfillment(): Promise<CreateFulfillmentResult> {
    return { data: {}, labels: [] }
  }
}
