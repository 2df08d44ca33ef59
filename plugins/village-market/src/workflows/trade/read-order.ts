import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { PlacedOrder } from "../../modules/trade/freeze-parts"
import { phoneOrderOfCart } from "../../modules/trade/phone-orders"
import { stallSaleOfCart } from "../../modules/trade/stall-sales"
import { DELIVERY_KINDS } from "../../shipping/quote"
import { discountFunding } from "./discount-funding"
import { meansOf } from "./payment-providers"

/** Medusa's amounts are numbers, or objects that turn into one. */
export const Amount = z.preprocess(
  (value) => (typeof value === "object" && value !== null ? Number(value.valueOf()) : value),
  z.number(),
)
const Whole = Amount.pipe(z.number().int().safe())

const OrderData = z.object({
  id: z.string(),
  display_id: z.number(),
  email: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  items: z.array(
    z.object({
      id: z.string(),
      product_id: z.string(),
      product_title: z.string(),
      detail: z.object({ quantity: Whole }),
      unit_price: Whole,
      adjustments: z.array(z.object({ amount: Whole, code: z.string().nullish() })).nullish(),
    }),
  ),
  shipping_methods: z.array(
    z.object({
      name: z.string(),
      amount: Whole,
      shipping_option_id: z.string(),
      data: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
  shipping_address: z.object({
    first_name: z.string().nullish(),
    last_name: z.string().nullish(),
    phone: z.string().nullish(),
    address_1: z.string().nullish(),
    metadata: z.object({ province_code: z.string(), commune_code: z.string() }),
  }),
})

/** What the chosen way of shipping keeps of itself. */
const ShippingFacts = z
  .object({
    rate_id: z.string().nullable().default(null),
    delivery_kind: z.enum(DELIVERY_KINDS).default("delivery"),
    collection_point: z.object({ name: z.string(), address: z.string() }).nullable().default(null),
  })
  .transform(({ collection_point, ...facts }) => ({
    ...facts,
    pickup_place: collection_point && `${collection_point.name}, ${collection_point.address}`,
  }))

export const CartLink = z.object({ order_id: z.string(), cart_id: z.string() })

/** Reads what the parts of an order are made from. A fraction of a đồng anywhere is refused. */
export async function readOrder(container: MedusaContainer, orderId: string): Promise<PlacedOrder> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    filters: { id: orderId },
    fields: [
      "id",
      "display_id",
      "email",
      "metadata",
      "items.id",
      "items.product_id",
      "items.product_title",
      // Asked for as the line's own, the quantity comes back undefined.
      "items.detail.quantity",
      "items.unit_price",
      "items.adjustments.amount",
      "items.adjustments.code",
      "shipping_methods.name",
      "shipping_methods.amount",
      "shipping_methods.shipping_option_id",
      "shipping_methods.data",
      "shipping_address.*",
    ],
  })
  const order = OrderData.parse(data[0])
  const cart = await cartOf(container, orderId)
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const stall = await stallSaleOfCart(pg, cart.id)
  const options = await query.graph({
    entity: "shipping_option",
    filters: { id: order.shipping_methods.map(({ shipping_option_id }) => shipping_option_id) },
    fields: ["id", "shipping_profile_id"],
  })
  const profileOf = new Map(options.data.map(({ id, shipping_profile_id }) => [id, String(shipping_profile_id)]))
  const { shipping_address: address } = order
  const codes = order.items.flatMap(({ adjustments }) => (adjustments ?? []).flatMap(({ code }) => code ?? []))
  const funding = await discountFunding(container, [...new Set(codes)])
  return {
    id: order.id,
    display_id: order.display_id,
    cart_id: cart.id,
    email: order.email ?? null,
    items: order.items.map((item) => ({
      id: item.id,
      product_id: item.product_id,
      title: stall?.description ? `${item.product_title}: ${stall.description}` : item.product_title,
      quantity: item.detail.quantity,
      unit_price: item.unit_price,
      discounts: (item.adjustments ?? []).map(({ amount, code = null }) => ({
        ...{ amount, code },
        funded_by: (code && funding.get(code)) || "platform",
      })),
    })),
    shipping: order.shipping_methods.map(({ data, ...method }) => ({
      ...method,
      ...ShippingFacts.parse(data ?? {}),
      shipping_profile_id: profileOf.get(method.shipping_option_id) ?? "",
    })),
    buyer: {
      name: [address.first_name, address.last_name].filter(Boolean).join(" "),
      phone: address.phone ?? "",
      province: address.metadata.province_code,
      commune: address.metadata.commune_code,
      address: address.address_1 ?? "",
    },
    payment_means: cart.means,
    channel: stall ? "stall" : (await phoneOrderOfCart(pg, cart.id)) ? "phone" : "web",
    language: cart.language,
  }
}

/** The order a basket has become, if it has. */
export async function orderOfCart(container: MedusaContainer, cartId: string): Promise<string | undefined> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order_cart", filters: { cart_id: cartId }, fields: ["order_id", "cart_id"] })
  return CartLink.optional().parse(data[0])?.order_id
}

export const DEAD_SESSIONS = ["canceled", "error"]
const MEANS = ["cash", "bank", "stripe", "vnpay"] as const

const CartPayment = z.object({
  metadata: z.record(z.string(), z.unknown()).nullish(),
  payment_collection: z
    .object({ payment_sessions: z.array(z.object({ provider_id: z.string(), status: z.string() })).nullish() })
    .nullish(),
})

/** The basket of an order and how it is paid. Readable already while the order is being completed. */
async function cartOf(container: MedusaContainer, orderId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "order_cart",
    filters: { order_id: orderId },
    fields: ["order_id", "cart_id"],
  })
  const link = CartLink.safeParse(links[0])
  if (!link.success) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order ${orderId} came from no basket`)
  const { data: carts } = await query.graph({
    entity: "cart",
    filters: { id: link.data.cart_id },
    fields: [
      "id",
      "metadata",
      "payment_collection.payment_sessions.provider_id",
      "payment_collection.payment_sessions.status",
    ],
  })
  const cart = CartPayment.parse(carts[0])
  const live = (cart.payment_collection?.payment_sessions ?? []).filter(({ status }) => !DEAD_SESSIONS.includes(status))
  return {
    id: link.data.cart_id,
    // A basket has one live session; a promise of cash would rule.
    means: MEANS.find((means) => live.some(({ provider_id }) => meansOf(provider_id) === means)) ?? "vnpay",
    language: cart.metadata?.language === "en" ? ("en" as const) : ("vi" as const),
  }
}
