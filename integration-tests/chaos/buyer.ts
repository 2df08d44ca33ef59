import { randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import type { Delivery } from "../gateways/notices"
import type { Random } from "../gateways/random"
import type { Sepay, SepayDelivery } from "../gateways/sepay-gateway"
import type { Choice } from "../gateways/vnpay-book"
import type { Vnpay } from "../gateways/vnpay-gateway"
import type { ChaosShop } from "./chaos-shop"
import type { Goods } from "./goods"

export type World = {
  shop: ChaosShop
  vnpay: Vnpay
  sepay: Sepay
  goods: [Goods, ...Goods[]]
  /** Of this little is left when it is paid for. */
  rare: Goods
  /** Called at every step of a buyer: here the run may be cut. */
  step: () => void
  /** Which buyer's story an attempt belongs to, for the report. */
  told: Map<string, string>
}

export type Session = { ref: string; address: string; amount: number }

const ADDRESS = {
  ...{ first_name: "Lan", last_name: "Nguyễn Thị", phone: "0912345678", address_1: "Số 5, xóm 3" },
  ...{ city: "Xã Hải Anh", province: "Ninh Bình", country_code: "vn" },
  metadata: { province_code: "37", commune_code: "14236" },
}

/** The basket cannot be had (any more); the story ends here. */
export class Gone extends Error {}

/** One basket and what its buyer does with it, over `/store` JSON and the gateway's page; patient while the shop is down. */
export class Buyer {
  readonly world: World
  readonly chance: Random
  readonly #story: string
  #cart = ""
  #line = ""
  #collection = ""

  constructor(world: World, chance: Random, story: string) {
    this.world = world
    this.chance = chance
    this.#story = story
  }

  async #post(path: string, body: unknown) {
    this.world.step()
    const answer = await this.world.shop.call("POST", path, body)
    if (answer.status >= 400) throw new Gone(`${path}: ${answer.status} ${answer.body.message}`)
    return answer.body
  }

  /** A basket with its address and delivery; nothing is left but to pay. */
  async fill(goods = this.chance.pick(this.world.goods), quantity = 1): Promise<void> {
    const { region_id, sales_channel_id } = this.world.shop.demo
    const { cart } = await this.#post("/store/carts", {
      ...{
        region_id,
        sales_channel_id,
        email: `lan.${randomUUID()}@example.vn`,
        shipping_address: ADDRESS,
        billing_address: ADDRESS,
      },
      items: [{ variant_id: goods.variant_id, quantity }],
    })
    this.#cart = cart.id
    this.#line = cart.items[0].id
    await this.#deliver()
    const { payment_collection } = await this.#post("/store/payment-collections", { cart_id: cart.id })
    this.#collection = payment_collection.id
  }

  async #deliver() {
    const path = `/store/shipping-options?cart_id=${this.#cart}`
    const { body } = await this.world.shop.call("GET", path)
    const [option] = body.shipping_options ?? []
    if (!option) throw new Gone("no delivery")
    await this.#post(`/store/carts/${this.#cart}/shipping-methods`, { option_id: option.id })
  }

  /** Another quantity: the payment that was begun is called off. */
  async change(quantity: number): Promise<void> {
    await this.#post(`/store/carts/${this.#cart}/line-items/${this.#line}`, { quantity })
    await this.#deliver()
  }

  /** Begins to pay; each call is another attempt, which supersedes the one before. */
  async begin(provider_id = "pp_vnpay_vnpay"): Promise<Session> {
    const path = `/store/payment-collections/${this.#collection}/payment-sessions`
    const { payment_collection } = await this.#post(path, { provider_id })
    const sessions: Begun[] = payment_collection.payment_sessions
    const begun = sessions.find((one) => one.provider_id === provider_id)
    if (!begun) throw new Gone("no session")
    const { txn_ref: ref = "", redirect_url: address = "" } = begun.data
    this.world.told.set(ref, this.#story)
    return { ref, address, amount: begun.amount }
  }

  /** Pays on the gateway's page, which tells the shop in the way given; the address the browser is sent back to. */
  async pay({ ref, address }: Session, choice: Choice, delivery: Delivery = {}): Promise<string> {
    const { vnpay, step } = this.world
    step()
    vnpay.deliver(ref, delivery)
    const paid = await vnpay.pay(address, choice)
    if ("problem" in paid) throw new Gone(`the page refused ${ref}: ${paid.problem}`)
    return paid.returnUrl
  }

  /** Money is transferred to the shop's account, which is told in the way given. */
  transfer(amount: number, content: string, delivery?: SepayDelivery): void {
    this.world.step()
    this.world.told.set(content, this.#story)
    this.world.sepay.transfer(amount, content, delivery)
  }

  /** The browser comes back; the order it is led to, if there is one by then. */
  async comeBack(returnUrl: string, tries = 1): Promise<{ id: string; key: string } | undefined> {
    const { pathname, search } = new URL(returnUrl)
    for (let number = 0; number < tries; number++) {
      this.world.step()
      const { headers } = await this.world.shop.call("GET", pathname + search)
      const found = /\/market\/orders\/([^?]+)\?key=([^&]+)/.exec(headers.get("location") ?? "")
      if (found?.[1] && found[2]) return { id: found[1], key: found[2] }
      await pause(500)
    }
    return undefined
  }

  /** Completes the basket, as a storefront does by itself; refusals are no concern of this buyer. */
  async complete(): Promise<void> {
    this.world.step()
    await this.world.shop.call("POST", `/store/carts/${this.#cart}/complete`, {})
  }

  /** Cancels the order, or one piece of it. */
  async cancel({ id, key }: { id: string; key: string }, pieces?: number): Promise<void> {
    const { pg, call } = this.world.shop
    const { rows } = await pg.query(
      `select p.id as part, l.id as line from producer_order p join producer_order_line l on l.producer_order_id = p.id
       where p.order_id = $1 limit 1`,
      [id],
    )
    const [first] = rows
    if (!first) return
    this.world.step()
    const lines = pieces ? { lines: [{ line_id: first.line, quantity: pieces }] } : {}
    await call("POST", `/store/producer-orders/${id}/parts/${first.part}/cancel?key=${key}`, {
      ...{ key: randomUUID(), reason: "changed_mind" },
      ...lines,
    })
  }
}

type Begun = { amount: number; provider_id: string; data: { txn_ref?: string; redirect_url?: string } }
