import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Option = { shipping_profile_id?: string }

const isOptionList = (body: unknown): body is { shipping_options: Option[] } =>
  typeof body === "object" && body !== null && "shipping_options" in body && Array.isArray(body.shipping_options)

/**
 * Medusa offers a basket the shipping of every location of the sales channel, and here each producer is a location:
 * a storefront gets only what fits the goods in the basket, as it would in a shop of one seller.
 */
async function onlyOwnSellers(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { cart_id } = req.query
  if (typeof cart_id !== "string") return next()
  const { rows } = await req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: { id: string }[] }>(
    `select distinct p.shipping_profile_id as id from cart_line_item item
     join product_shipping_profile p on p.product_id = item.product_id and p.deleted_at is null
     where item.cart_id = ? and item.deleted_at is null`,
    [cart_id],
  )
  const own = new Set(rows.map(({ id }) => id))
  const fits = ({ shipping_profile_id }: Option) => own.has(shipping_profile_id ?? "")
  const json = res.json.bind(res)
  res.json = (body) =>
    json(isOptionList(body) ? { ...body, shipping_options: body.shipping_options.filter(fits) } : body)
  next()
}

export const storeShippingMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/shipping-options", methods: ["GET"], middlewares: [onlyOwnSellers] },
]
