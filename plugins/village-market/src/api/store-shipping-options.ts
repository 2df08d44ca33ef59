import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type PartShipping, shippingOf } from "../workflows/basket/offered-shipping"

type Option = { id?: string; shipping_profile_id?: string }

const isOptionList = (body: unknown): body is { shipping_options: Option[] } =>
  typeof body === "object" && body !== null && "shipping_options" in body && Array.isArray(body.shipping_options)

/**
 * Medusa offers a basket the shipping of every location of the sales channel, and here each producer is a location: a
 * storefront gets only what fits the goods in the basket, with its price, as it would in a shop of one seller. What
 * cannot be had is left out where it never could (a commune without a collection point) and says why where it could.
 */
async function onlyOwnSellers(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { cart_id } = req.query
  if (typeof cart_id !== "string") return next()
  const [parts, profiles] = await Promise.all([shippingOf(req.scope, cart_id), profilesOf(req, cart_id)])
  const ours = new Set(parts.flatMap(({ options }) => Object.values(options)))
  const offered = new Map(parts.flatMap(described))
  const shown = (option: Option) => {
    const facts = offered.get(option.id ?? "")
    if (facts) return [{ ...option, ...facts }]
    // What a shop sells beside our producers keeps its own ways of delivery.
    return !ours.has(option.id ?? "") && profiles.has(option.shipping_profile_id ?? "") ? [option] : []
  }
  const json = res.json.bind(res)
  res.json = (body) =>
    json(isOptionList(body) ? { ...body, shipping_options: body.shipping_options.flatMap(shown) } : body)
  next()
}

async function profilesOf(req: MedusaRequest, cartId: string): Promise<Set<string>> {
  const { rows } = await req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: { id: string }[] }>(
    `select distinct p.shipping_profile_id as id from cart_line_item item
     join product_shipping_profile p on p.product_id = item.product_id and p.deleted_at is null
     where item.cart_id = ? and item.deleted_at is null`,
    [cartId],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Per option what a storefront shows: whole đồng, or null with the reason. */
function described({ options, delivery, grams, points, producer_id }: PartShipping): [string, object][] {
  const price = (amount: number | null) => ({
    amount,
    is_tax_inclusive: true,
    calculated_price: amount === null ? null : { calculated_amount: amount, is_calculated_price_tax_inclusive: true },
  })
  const free = { producer_id, grams, ...price(0) }
  const brought = delivery.ok
    ? { ...price(delivery.amount), rate_id: delivery.rate_id, area: delivery.area, means: delivery.means }
    : {
        ...price(null),
        unavailable: delivery.why,
        from_amount: delivery.why === "no_address" ? delivery.from_amount : undefined,
      }
  return [
    [options.delivery ?? "", { producer_id, grams, ...brought }],
    [options.pickup_producer ?? "", free],
    ...points
      .slice(0, 1)
      .map((): [string, object] => [options.pickup_point ?? "", { ...free, collection_points: points }]),
  ]
}

export const storeShippingMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/shipping-options", methods: ["GET"], middlewares: [onlyOwnSellers] },
]
