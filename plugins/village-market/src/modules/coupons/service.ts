import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type CouponUse, CouponUseRow } from "./coupon-use"
import type { DiscountLine, UsableCoupon } from "./judge-coupons"
import { type Coupon, CouponRow, type NewCoupon } from "./rows"

/** A line of a basket as Medusa hands it over, as far as discounts need it. */
export type BasketLine = { id: string; product_id: string; amount: number; discountable: boolean }

/** Longer than a payment at a gateway may take. */
const HELD_UNTIL = "now() + interval '30 minutes'"

/** Orders placed with a coupon, and other baskets that hold it and still have its code in them. */
async function usesOfOthers(trx: Knex.Transaction, promotionId: string, cartId: string): Promise<number> {
  const found = await trx("coupon_hold as h")
    .join("cart as c", "c.id", "h.cart_id")
    .where("h.promotion_id", promotionId)
    .whereNot("h.cart_id", cartId)
    .where((counts) => counts.whereNotNull("c.completed_at").orWhereRaw("h.held_until > now()"))
    .whereExists((still) =>
      still
        .from("cart_line_item as i")
        .join("cart_line_item_adjustment as a", "a.item_id", "i.id")
        .whereRaw("i.cart_id = h.cart_id and a.promotion_id = h.promotion_id")
        .whereNull("i.deleted_at")
        .whereNull("a.deleted_at"),
    )
    .count("* as uses")
    .first()
  return Number(found?.uses ?? 0)
}

/**
 * The rules of coupons, beside Medusa's promotions that carry their codes. Plain SQL on the shop's database, so that
 * the promotion module can make one of its own.
 */
export class CouponsService {
  readonly #db: Knex

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__
  }

  async add(coupon: NewCoupon): Promise<void> {
    await this.#db("coupon").insert(coupon)
  }

  /** Stops a coupon, of this producer when one is named. False when there is none; again changes nothing. */
  async stop(id: string, by: string, producerId?: string): Promise<boolean> {
    const one = producerId ? { promotion_id: id, producer_id: producerId } : { promotion_id: id }
    await this.#db("coupon")
      .where(one)
      .whereNull("stopped_at")
      .update({ stopped_at: this.#db.fn.now(), stopped_by: by })
    return (await this.#db("coupon").where(one).first("promotion_id")) !== undefined
  }

  /** The coupons of these codes, with the uses that Medusa counts. */
  async byCodes(codes: readonly string[]): Promise<UsableCoupon[]> {
    const rows = await this.#db("coupon as c")
      .join("promotion as p", "p.id", "c.promotion_id")
      .whereNull("p.deleted_at")
      // Switched off in Medusa without us: as if it were not there.
      .where((on) => on.where("p.status", "active").orWhereNotNull("c.stopped_at"))
      .whereIn("c.code", [...codes])
      .select("c.*", "p.used")
    return rows.map((row) => CouponRow.extend({ used: z.number().int() }).parse(row))
  }

  /** Who pays for the discounts of these codes, stopped and lapsed coupons included. */
  async funders(codes: readonly string[]): Promise<Map<string, Coupon["funded_by"]>> {
    const rows = await this.#db("coupon")
      .whereIn("code", [...codes])
      .select<Pick<Coupon, "code" | "funded_by">[]>("code", "funded_by")
    return new Map(rows.map(({ code, funded_by }) => [code, funded_by]))
  }

  /**
   * Holds these coupons for a basket that is about to be paid: for half an hour they stand as they are, and nobody
   * else gets the use this basket counts on, so that a paid basket never fails for a coupon. A hold of an order placed
   * is its use and stays. Returns the codes whose uses are all taken; then nothing new is held.
   */
  async hold(cartId: string, promotionIds: readonly string[]): Promise<string[]> {
    return this.#db.transaction(async (trx) => {
      // Locked in one order, so that baskets with the same coupons wait for each other and not in a ring.
      const rows = await trx("coupon")
        .whereIn("promotion_id", [...promotionIds])
        .orderBy("promotion_id")
        .forUpdate()
      const coupons = rows.map((row) => CouponRow.parse(row))
      const taken: string[] = []
      for (const { promotion_id, code, max_uses } of coupons) {
        if (max_uses !== null && (await usesOfOthers(trx, promotion_id, cartId)) >= max_uses) taken.push(code)
      }
      if (taken.length === 0 && coupons.length > 0) {
        await trx("coupon_hold")
          .insert(
            coupons.map(({ promotion_id }) => ({ promotion_id, cart_id: cartId, held_until: trx.raw(HELD_UNTIL) })),
          )
          .onConflict(["promotion_id", "cart_id"])
          .merge(["held_until"])
      }
      return taken
    })
  }

  /** The coupons a basket holds at this moment. */
  async held(cartId: string): Promise<string[]> {
    return this.#db("coupon_hold").where({ cart_id: cartId }).whereRaw("held_until > now()").pluck("promotion_id")
  }

  /** Who makes what is in a basket: a product posted a minute ago counts, without any rule being kept up to date. */
  async withProducers(lines: readonly BasketLine[]): Promise<DiscountLine[]> {
    const rows = await this.#db("listing")
      .whereIn(
        "product_id",
        lines.map(({ product_id }) => product_id),
      )
      .whereNull("deleted_at")
      .select<{ product_id: string; producer_id: string }[]>("product_id", "producer_id")
    const maker = new Map(rows.map(({ product_id, producer_id }) => [product_id, producer_id]))
    return lines.map(({ product_id, ...line }) => ({ ...line, producer_id: maker.get(product_id) ?? null }))
  }

  /** The coupons of a producer, or all of them, newest first. */
  async list({ producerId, id }: { producerId?: string; id?: string } = {}): Promise<CouponUse[]> {
    const spent = this.#db("order_line_item_adjustment as a")
      .join("producer_order_line as l", "l.order_line_id", "a.item_id")
      .join("producer_order as o", "o.id", "l.producer_order_id")
      .whereNull("a.deleted_at")
      .whereNotIn("o.status", ["awaiting_payment", "expired", "cancelled", "returned"])
      .groupBy("a.promotion_id")
      .select("a.promotion_id")
      .countDistinct("o.order_id as orders")
      .sum("a.amount as spent")
    const query = this.#db("coupon as c")
      .join("promotion as p", "p.id", "c.promotion_id")
      .leftJoin("producer as maker", "maker.id", "c.producer_id")
      .leftJoin(spent.as("s"), "s.promotion_id", "c.promotion_id")
      .orderBy("c.created_at", "desc")
      .select("c.*", "p.used", "maker.name as producer_name")
      .select(this.#db.raw("coalesce(s.orders, 0) as orders, coalesce(s.spent, 0) as spent"))
    if (producerId !== undefined) query.where("c.producer_id", producerId)
    if (id !== undefined) query.where("c.promotion_id", id)
    return (await query).map((row) => CouponUseRow.parse(row))
  }
}
