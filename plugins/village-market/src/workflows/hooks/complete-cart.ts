import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { errorText } from "../../error-text"
import { REGISTRY } from "../../modules/registry"
import { TRADE } from "../../modules/trade"
import { refusalText } from "../../web/text/coupons"
import { checkShipping, explainShipping } from "../basket/check-shipping"
import { checkBasketWindows } from "../basket/check-windows"
import { requireForSale } from "../basket/for-sale"
import { holdCodes } from "../coupons/basket-coupons"
import { ensureProducerOrders } from "../trade/ensure-producer-orders"
import { Amount, CartLink, DEAD_SESSIONS } from "../trade/read-order"

/**
 * Before an order is made: whole đồng everywhere, a session over exactly the total, an address we know, delivery at the
 * price asked now, sellers who may sell.
 */
completeCartWorkflow.hooks.validate(async ({ cart }, { container }) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    filters: { id: cart.id },
    fields: [
      "id",
      "total",
      "items.product_id",
      "items.total",
      "items.adjustments.amount",
      "items.adjustments.code",
      "metadata",
      "shipping_methods.amount",
      "shipping_address.phone",
      "shipping_address.metadata",
      "payment_collection.payment_sessions.amount",
      "payment_collection.payment_sessions.status",
    ],
  })
  const basket = Basket.parse(data[0])
  if (!amountsOf(basket).every(isWhole)) {
    refuse("This basket has amounts that are not whole đồng.")
  }
  const sessions = basket.payment_collection?.payment_sessions ?? []
  if (sessions.some(({ status, amount }) => !DEAD_SESSIONS.includes(status) && amount !== basket.total)) {
    refuse("The basket changed after payment was chosen. Please choose payment again.")
  }
  await knownAddress(container, basket.shipping_address)
  await requireForSale(
    container,
    basket.items.map(({ product_id }) => product_id),
    cart.id,
  )
  const methods = await checkShipping(container, cart.id)
  if (!methods.every(({ check }) => check.stands)) {
    refuse("The price of delivery has changed. Please choose how to receive the goods again.")
  }
  await checkBasketWindows(container, cart.id)
  // Last, since it holds what the checks above may still refuse.
  await standingCoupons(container, basket)
})

const Basket = z.object({
  id: z.string(),
  total: Amount,
  metadata: z.object({ language: z.string().nullish() }).nullish(),
  items: z.array(
    z.object({
      product_id: z.string(),
      total: Amount,
      adjustments: z.array(z.object({ amount: Amount, code: z.string().nullish() })).nullish(),
    }),
  ),
  shipping_methods: z.array(z.object({ amount: Amount })).nullish(),
  shipping_address: z
    .object({ phone: z.string().nullish(), metadata: z.record(z.string(), z.unknown()).nullish() })
    .nullish(),
  payment_collection: z
    .object({ payment_sessions: z.array(z.object({ status: z.string(), amount: Amount })).nullish() })
    .nullish(),
})

/** Everything that becomes money of some part: the total, each line, each discount, each delivery. */
const amountsOf = ({ total, items, shipping_methods }: z.infer<typeof Basket>): number[] => [
  total,
  ...items.flatMap((item) => [item.total, ...(item.adjustments ?? []).map(({ amount }) => amount)]),
  ...(shipping_methods ?? []).map(({ amount }) => amount),
]

const isWhole = (amount: number) => Number.isSafeInteger(amount) && amount >= 0

async function knownAddress(container: MedusaContainer, address: z.infer<typeof Basket>["shipping_address"]) {
  const { commune_code, province_code } = address?.metadata ?? {}
  const [commune] =
    typeof commune_code === "string" ? await container.resolve(REGISTRY).listCommunes({ code: commune_code }) : []
  if (!commune || commune.province_code !== province_code)
    refuse("The address needs metadata.province_code and metadata.commune_code of a commune of that province.")
  if (!address?.phone) refuse("The address needs a phone number.")
}

/** The basket cannot become this order: another order has its parts, or a rule of ours refuses the sale. */
const isRefusal = (error: unknown) =>
  MedusaError.isMedusaError(error)
    ? error.type === MedusaError.Types.NOT_ALLOWED || error.type === MedusaError.Types.CONFLICT
    : error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION

const UNIQUE_VIOLATION = "23505"

async function standingCoupons(container: MedusaContainer, { id, items, metadata }: z.infer<typeof Basket>) {
  const codes = items.flatMap(({ adjustments }) => (adjustments ?? []).map(({ code }) => code ?? ""))
  if (codes.length === 0) return
  const [refused] = await holdCodes(container, id, [...new Set(codes)])
  if (refused) refuse(refusalText(metadata?.language === "vi" ? "vi" : "en", refused))
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}

/** The hook exists when the workflow runs and is missing from Medusa's types (facts medusa-orders §2). */
type Hooks = {
  beforePaymentAuthorization(
    invoke: (
      data: { input: { id: string } },
      context: { container: MedusaContainer },
    ) => Promise<StepResponse<null, string | undefined>>,
    compensate: (orderId: string | undefined, context: { container: MedusaContainer }) => Promise<void>,
  ): void
}

/**
 * The parts are written before any money moves: a second process that completes the same basket fails here on
 * unique (cart, producer), with the payment untouched.
 */
;(completeCartWorkflow.hooks as unknown as Hooks).beforePaymentAuthorization(
  async ({ input }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order_cart",
      filters: { cart_id: input.id },
      fields: ["order_id", "cart_id"],
    })
    const { order_id } = CartLink.parse(data[0])
    try {
      await explainShipping(container, order_id, input.id)
      await ensureProducerOrders(container, order_id)
    } catch (error) {
      const problem = errorText(error)
      // A permanent failure hands the order's id to the compensation, which a thrown error would not.
      if (isRefusal(error)) return StepResponse.permanentFailure(problem, order_id)
      // A fault of ours is no reason to send a buyer away who may have paid already: the parts are made later.
      await container.resolve(TRADE).recordRepair(order_id, `parts: ${problem}`)
    }
    return new StepResponse(null, order_id)
  },
  async (orderId, { container }) => {
    if (orderId) await container.resolve(TRADE).removeAwaiting(orderId)
  },
)
