import { randomBytes } from "node:crypto"
import request from "supertest"
import { baseUrl, demo } from "../../harness/shop"
import { operatorToken } from "./officials"

export const store = (method: "get" | "post" | "delete", path: string) =>
  request(baseUrl())[method](path).set("x-publishable-api-key", demo().publishable_api_key)

/** A code nobody has used. */
export const newCode = (start = "THU") => `${start}${randomBytes(5).toString("hex").toUpperCase()}`

export type Rule = {
  code?: string
  kind: "percent" | "fixed"
  value: number
  minimum?: number
  max_uses?: number
  combines?: boolean
  starts_on?: string
  ends_on?: string
}
export type Made = { id: string; code: string; state: string; used: number; orders: number; spent: number }

const post = (path: string, token: string, body: object) =>
  request(baseUrl()).post(path).set("authorization", `Bearer ${token}`).send(body)

/** A coupon of the platform, made by the operator. */
export async function platformCoupon(rule: Rule): Promise<Made> {
  const body = { code: newCode(), ...rule }
  return (await post("/admin/coupons", await operatorToken(), body).expect(201)).body.coupon
}

/** A coupon of the producer whose login this is. */
export async function ownCoupon(token: string, rule: Rule): Promise<Made> {
  const body = { code: newCode("NHA"), ...rule }
  return (await post("/producers/me/coupons", token, body).expect(201)).body.coupon
}

export type Cart = {
  total: number
  promotions: { code: string }[]
  items: {
    product_id: string
    quantity: number
    unit_price: number
    total: number
    adjustments: { code: string; amount: number }[]
  }[]
  shipping_methods: { amount: number; total: number }[]
  payment_collection?: { id: string; amount: number; payment_sessions?: { amount: number; provider_id: string }[] }
}
const FIELDS =
  "fields=%2Bitems.adjustments.amount,%2Bitems.adjustments.code,%2Bitems.total,%2Bshipping_methods.total,*payment_collection,*payment_collection.payment_sessions,*promotions"

export async function readCart(id: string): Promise<Cart> {
  const { body } = await store("get", `/store/carts/${id}?${FIELDS}`).expect(200)
  return body.cart
}

/** In English, so that the sentences can be told apart by anyone who reads a failure. */
export const addCodes = (cart: string, ...promo_codes: string[]) =>
  store("post", `/store/carts/${cart}/promotions`).set("accept-language", "en").send({ promo_codes })
export const removeCodes = (cart: string, ...promo_codes: string[]) =>
  store("delete", `/store/carts/${cart}/promotions`).send({ promo_codes })

/** What a code takes off a basket. */
export const takenOff = ({ items }: Cart, code: string) =>
  items.flatMap(({ adjustments }) => adjustments).reduce((sum, one) => sum + (one.code === code ? one.amount : 0), 0)

/** Every amount of a basket is whole, and all of them add up. */
export function expectWhole(cart: Cart) {
  const goods = cart.items.map(({ unit_price, quantity }) => unit_price * quantity)
  const off = cart.items.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount))
  const shipping = cart.shipping_methods.map(({ amount }) => amount)
  const amounts = [cart.total, ...goods, ...off, ...shipping, ...cart.items.map(({ total }) => total)]
  expect(amounts.filter((amount) => !Number.isSafeInteger(amount) || amount < 0)).toEqual([])
  const sum = (some: number[]) => some.reduce((all, one) => all + one, 0)
  expect(cart.total).toBe(sum(goods) + sum(shipping) - sum(off))
  for (const { unit_price, quantity, total, adjustments } of cart.items)
    expect(total).toBe(unit_price * quantity - sum(adjustments.map(({ amount }) => amount)))
  const asked = cart.payment_collection
  if (asked)
    expect([asked.amount, ...(asked.payment_sessions ?? []).map(({ amount }) => amount)]).toEqual([
      cart.total,
      ...(asked.payment_sessions ?? []).map(() => cart.total),
    ])
}
