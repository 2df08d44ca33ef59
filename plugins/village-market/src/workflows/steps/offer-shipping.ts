import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { settingsOf } from "../../settings"

const CARRIER = "manual_manual"
const KINDS = [
  { code: "delivery", name: "Giao tận nơi", description: "Nhà sản xuất gửi hàng tới địa chỉ của bạn" },
  { code: "pickup", name: "Đến lấy tại nơi sản xuất", description: "Bạn tự đến lấy hàng" },
] as const

/**
 * Gives a producer's location what Medusa needs to ship from it: a fulfilment set, a zone (Viet Nam), and the two
 * choices a buyer has. Safe to repeat after a crash at any point.
 */
export async function offerShipping(
  container: MedusaContainer,
  store: { stock_location_id: string; shipping_profile_id: string },
) {
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const existing = await fulfilment.listShippingOptions({ shipping_profile_id: store.shipping_profile_id })
  if (existing.length >= KINDS.length) return
  const zone = await ensureZone(container, store.stock_location_id)
  const { deliveryFee } = settingsOf(container)
  const missing = KINDS.filter(({ code }) => !existing.some(({ data }) => data?.kind === code))
  await createShippingOptionsWorkflow(container).run({
    input: missing.map(({ code, name, description }) => ({
      name,
      service_zone_id: zone,
      shipping_profile_id: store.shipping_profile_id,
      provider_id: CARRIER,
      price_type: "flat" as const,
      type: { label: name, description, code },
      data: { id: "manual-fulfillment", kind: code },
      prices: [{ currency_code: "vnd", amount: code === "delivery" ? deliveryFee : 0 }],
      rules: [
        { attribute: "enabled_in_store", operator: "eq" as const, value: "true" },
        { attribute: "is_return", operator: "eq" as const, value: "false" },
      ],
    })),
  })
}

async function ensureZone(container: MedusaContainer, locationId: string): Promise<string> {
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  // Names of fulfilment sets and zones are unique, so the location's id is theirs.
  const name = `ship-${locationId}`
  const [known] = await fulfilment.listFulfillmentSets({ name }, { relations: ["service_zones"] })
  if (!known) {
    await createLocationFulfillmentSetWorkflow(container).run({
      input: { location_id: locationId, fulfillment_set_data: { name, type: "shipping" } },
    })
  }
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: CARRIER },
  })
  const [zone] = known?.service_zones ?? []
  if (zone) return zone.id
  const [set] = await fulfilment.listFulfillmentSets({ name })
  const { result } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [{ fulfillment_set_id: String(set?.id), name, geo_zones: [{ type: "country", country_code: "vn" }] }],
    },
  })
  return String(result[0]?.id)
}
