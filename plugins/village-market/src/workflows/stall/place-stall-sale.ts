import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE } from "../../modules/catalogue"
import { REGISTRY } from "../../modules/registry"
import { TRADE } from "../../modules/trade"
import { SYSTEM } from "../../modules/trade/actor"
import { nameStallBasket, nameStallOrder, type StallSale } from "../../modules/trade/stall-sales"
import { newBasket } from "../basket/change-basket"
import { chooseShipping, shippingOf } from "../basket/offered-shipping"
import { openPayment, setAddress } from "../basket/prepare-checkout"
import { handOverWorkflow } from "../hand-over"
import { moveProducerOrderWorkflow } from "../move-producer-order"
import { completeBasket } from "../trade/complete-basket"
import { BANK_PROVIDER } from "../trade/payment-providers"
import { Amount, orderOfCart } from "../trade/read-order"
import { addStallLine } from "./add-stall-line"
import { ensureStallGoods } from "./create-stall-goods"

/**
 * Makes the order of a stall sale that was paid: a basket of its one line at the amount keyed in, Medusa's own
 * completion with the money that is there, then the part handed over, delivered and done, since the goods went over
 * the counter. Each step looks what is there already, so that a repeat after a crash goes on where it stopped.
 */
export async function placeStallSale(container: MedusaContainer, sale: StallSale): Promise<string> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const cartId = sale.cart_id ?? (await nameStallBasket(db, sale.id, await newNames(container, sale)))
  const order_id = sale.order_id ?? (await orderOfCart(container, cartId)) ?? (await complete(container, sale, cartId))
  await nameStallOrder(db, sale.id, order_id)
  await handAcross(container, sale, order_id)
  return order_id
}

async function newNames(container: MedusaContainer, { producer_id, listing_id }: StallSale) {
  const product_id = listing_id
    ? (await container.resolve(CATALOGUE).retrieveListing(listing_id)).product_id
    : (await ensureStallGoods(container, producer_id)).product_id
  return { cart_id: await newBasket(container, "vi"), product_id }
}

async function complete(container: MedusaContainer, sale: StallSale, cartId: string): Promise<string> {
  const empty = await readCart(container, cartId)
  if (empty.items.length === 0) await addStallLine(container, sale, cartId)
  await setAddress(container, cartId, await counterOf(container, sale.producer_id))
  const options = (await shippingOf(container, cartId)).flatMap(({ options }) => options.pickup_producer ?? [])
  await chooseShipping(
    container,
    cartId,
    options.map((option_id) => ({ option_id })),
  )
  const basket = await readCart(container, cartId)
  if (basket.total !== sale.amount)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `stall sale ${sale.id} has a basket of ${basket.total}`)
  await openPayment(container, basket, BANK_PROVIDER, {})
  return (await completeBasket(container, cartId)).order_id
}

const Cart = z.object({
  id: z.string(),
  total: Amount,
  items: z.array(z.object({ product_id: z.string() })),
  payment_collection: z.object({ id: z.string() }).nullish(),
})

async function readCart(container: MedusaContainer, id: string) {
  const fields = ["id", "total", "items.product_id", "payment_collection.id"]
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", filters: { id }, fields })
  return Cart.parse(data[0])
}

/** Who passes by leaves no name: the order bears the place of the stall, and the seller's phone for the rules that want one. */
async function counterOf(container: MedusaContainer, producerId: string) {
  const registry = container.resolve(REGISTRY)
  const { phone, commune_code } = await registry.retrieveProducer(producerId)
  const [commune] = await registry.listCommunes({ code: commune_code ?? "" })
  const [province] = await registry.listProvinces({ code: commune?.province_code ?? "" })
  if (!commune || !province)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `producer ${producerId} has no commune`)
  return {
    ...{ name: "Khách mua tại quầy", phone, street: "Mua tại quầy" },
    commune: { code: commune.code, name: commune.full_name },
    province: { code: province.code, name: province.full_name },
  }
}

async function handAcross(container: MedusaContainer, { producer_id }: StallSale, orderId: string) {
  const [part] = await container.resolve(TRADE).partsOfOrder(orderId)
  if (!part || part.status === "awaiting_payment")
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `order ${orderId} is not placed yet`)
  const producer_order_id = part.id
  const actor = { role: "producer" as const, id: producer_id }
  if (part.status === "placed") await handOverWorkflow(container).run({ input: { producer_order_id, producer_id } })
  if (part.status === "placed" || part.status === "handed_over") {
    await moveProducerOrderWorkflow(container).run({ input: { producer_order_id, move: "deliver", actor } })
  }
  if (part.status === "completed") return
  await moveProducerOrderWorkflow(container).run({ input: { producer_order_id, move: "complete", actor: SYSTEM } })
}
