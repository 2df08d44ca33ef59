import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { REGISTRY } from "../../modules/registry"
import { offerShipping } from "./offer-shipping"

/**
 * The producer's own stock location (on the shop's sales channel) and shipping profile, made when first needed.
 * One of each per producer is what lets a basket of several producers ship and reserve correctly. They stay when the
 * workflow around this step fails: the next attempt uses them.
 */
export const ensureProducerStoreStep = createStep(
  "ensure-producer-store",
  async ({ producer_id }: { producer_id: string }, { container }) => {
    const registry = container.resolve(REGISTRY)
    const store = await container.resolve(Modules.LOCKING).execute(
      `producer-store:${producer_id}`,
      async () => {
        const producer = await registry.retrieveProducer(producer_id)
        const name = producer.name ?? producer.id
        const sales_channel_id = await defaultSalesChannel(container)
        const stock_location_id = producer.stock_location_id ?? (await makeLocation())
        if (producer.stock_location_id !== stock_location_id) {
          await registry.updateProducers({ id: producer.id, stock_location_id })
        }
        const shipping_profile_id = producer.shipping_profile_id ?? (await makeProfile())
        if (producer.shipping_profile_id !== shipping_profile_id) {
          await registry.updateProducers({ id: producer.id, shipping_profile_id })
        }
        await offerShipping(container, { producer_id, stock_location_id, shipping_profile_id })
        return { stock_location_id, shipping_profile_id, sales_channel_id }

        async function makeLocation() {
          const { result } = await createStockLocationsWorkflow(container).run({ input: { locations: [{ name }] } })
          const id = only(result).id
          await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: [sales_channel_id] } })
          return id
        }

        // Names of profiles are unique, names of workshops are not.
        async function makeProfile() {
          const profile = { name: `${name} (${producer.id})`, type: "default" }
          const { result } = await createShippingProfilesWorkflow(container).run({ input: { data: [profile] } })
          return only(result).id
        }
      },
      { timeout: 60 },
    )
    return new StepResponse(store)
  },
)

async function defaultSalesChannel(container: Parameters<Parameters<typeof createStep>[1]>[1]["container"]) {
  const [store] = await container.resolve(Modules.STORE).listStores({})
  if (store?.default_sales_channel_id) return store.default_sales_channel_id
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The store has no default sales channel")
}

function only<T>(rows: T[]): T {
  const [row] = rows
  if (row === undefined) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "Nothing was created")
  return row
}
