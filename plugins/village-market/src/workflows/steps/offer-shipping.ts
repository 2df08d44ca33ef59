import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { DeliveryKind } from "../../shipping/quote"

export const VILLAGE_CARRIER = "village_village"
const KINDS: { kind: DeliveryKind; name: string; description: string }[] = [
  { kind: "delivery", name: "Giao tận nơi", description: "Nhà sản xuất gửi hàng tới địa chỉ của bạn" },
  { kind: "pickup_producer", name: "Đến lấy tại nơi sản xuất", description: "Nhà sản xuất gọi hẹn giờ và chỉ đường" },
  { kind: "pickup_point", name: "Nhận tại điểm tập kết của xã", description: "Bạn tự đến lấy hàng ở điểm tập kết" },
]

export type ProducerStore = { producer_id: string; stock_location_id: string; shipping_profile_id: string }

/**
 * Gives a producer's location what Medusa needs to ship from it: a fulfilment set, a zone (Viet Nam), and the three
 * choices a buyer has, each priced when asked for. Options at one price from earlier are closed to new baskets and
 * stay for the orders that were placed with them. Safe to repeat after a crash at any point.
 */
export async function offerShipping(container: MedusaContainer, store: ProducerStore) {
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const { producer_id, shipping_profile_id } = store
  const existing = await fulfilment.listShippingOptions({ shipping_profile_id }, { relations: ["rules"] })
  const ours = existing.filter(({ provider_id }) => provider_id === VILLAGE_CARRIER)
  const missing = KINDS.filter(({ kind }) => !ours.some(({ data }) => data?.kind === kind))
  if (missing.length > 0) {
    const zone = await ensureZone(container, store.stock_location_id)
    await createShippingOptionsWorkflow(container).run({
      input: missing.map(({ kind, name, description }) => ({
        name,
        service_zone_id: zone,
        shipping_profile_id,
        provider_id: VILLAGE_CARRIER,
        price_type: "calculated" as const,
        type: { label: name, description, code: kind },
        data: { id: kind, kind, producer_id },
        rules: [
          { attribute: "enabled_in_store", operator: "eq" as const, value: "true" },
          { attribute: "is_return", operator: "eq" as const, value: "false" },
        ],
      })),
    })
  }
  const closed = existing
    .filter(({ provider_id, data }) => provider_id !== VILLAGE_CARRIER && data?.kind)
    .flatMap(({ rules }) => rules)
    // Medusa's type calls the value an object; it is a text.
    .filter(({ attribute, value }) => attribute === "enabled_in_store" && String(value) === "true")
    .map(({ id }) => ({ id, attribute: "enabled_in_store", operator: "eq" as const, value: "false" }))
  if (closed.length > 0) await fulfilment.updateShippingOptionRules(closed)
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
    [Modules.FULFILLMENT]: { fulfillment_provider_id: VILLAGE_CARRIER },
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
