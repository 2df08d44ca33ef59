import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createDefaultsWorkflow,
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateRegionsWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

const NAME = "Chợ làng nghề"

/** What Medusa needs before anything can be sold: one market, Viet Nam in đồng with prices that include tax. */
export async function seedShop(container: MedusaContainer) {
  // Store, sales channel and publishable key; only what is missing.
  await createDefaultsWorkflow(container).run()
  const [store] = await container.resolve(Modules.STORE).listStores({}, { relations: ["supported_currencies"] })
  const sales_channel_id = store?.default_sales_channel_id
  if (!store || !sales_channel_id) throw missing("store with a sales channel")

  const region_id = (await vietnam(container)) ?? (await createVietnam(container))
  const currencies = (store.supported_currencies ?? [])
    .map(({ currency_code, is_default }) => currency_code + is_default)
    .join()
  if (currencies !== "vndtrue" || store.default_region_id !== region_id) {
    const supported_currencies = [{ currency_code: "vnd", is_default: true, is_tax_inclusive: true }]
    const update = {
      name: NAME,
      supported_currencies,
      default_region_id: region_id,
    }
    await updateStoresWorkflow(container).run({
      input: { selector: { id: store.id }, update },
    })
    const channel = {
      selector: { id: sales_channel_id },
      update: { name: NAME, description: "" },
    }
    await updateSalesChannelsWorkflow(container).run({ input: channel })
  }
  return {
    region_id,
    sales_channel_id,
    publishable_api_key: await publishableKey(container, sales_channel_id),
  }
}

async function vietnam(container: MedusaContainer) {
  const regions = await container
    .resolve(Modules.REGION)
    .listRegions({ currency_code: "vnd" }, { relations: ["countries"] })
  return regions.find((region) => region.countries.some(({ iso_2 }) => iso_2 === "vn"))?.id
}

async function createVietnam(container: MedusaContainer) {
  const regions = [
    {
      name: "Việt Nam",
      currency_code: "vnd",
      countries: ["vn"],
      automatic_taxes: true,
      is_tax_inclusive: true,
    },
  ]
  const { result } = await createRegionsWorkflow(container).run({
    input: { regions },
  })
  const [region] = result
  if (!region) throw missing("region")
  return region.id
}

/**
 * Every way to pay that is set up, VNPay only with its terminal. Medusa's own provider is none: it calls any basket paid.
 */
export async function seedWaysToPay(container: MedusaContainer, regionId: string) {
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  const ways = providers.map(({ id }) => id).filter((id) => id !== "pp_system_default")
  await updateRegionsWorkflow(container).run({
    input: { selector: { id: regionId }, update: { payment_providers: ways } },
  })
  return ways
}

/** A tax region without a rate: what tax a sale bears depends on the seller, not on the country alone. */
export async function seedTaxRegion(container: MedusaContainer) {
  const [known] = await container.resolve(Modules.TAX).listTaxRegions({ country_code: "vn" })
  if (!known)
    await createTaxRegionsWorkflow(container).run({
      input: [{ country_code: "vn", provider_id: "tp_system" }],
    })
}

async function publishableKey(container: MedusaContainer, channelId: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "api_key",
    fields: ["id", "token", "sales_channels.id"],
    filters: { type: "publishable", revoked_at: null },
  })
  const [key] = data
  if (!key) throw missing("publishable key")
  const linked = (key.sales_channels ?? []).some((channel: { id: string } | null) => channel?.id === channelId)
  if (!linked)
    await linkSalesChannelsToApiKeyWorkflow(container).run({
      input: { id: key.id, add: [channelId] },
    })
  return key.token
}

const missing = (what: string) => new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Medusa has no ${what}`)
