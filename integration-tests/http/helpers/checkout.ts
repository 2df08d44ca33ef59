import request from "supertest"
import { baseUrl } from "../../harness/shop"
import { BUYER } from "./orders"

export type Buyer = ReturnType<typeof newBuyer>

/** A buyer's browser without script; redirects are followed by hand. */
export function newBuyer() {
  const agent = request.agent(baseUrl())
  const get = (path: string) => agent.get(path).redirects(0)
  const send = (path: string, form: Record<string, string>) => agent.post(path).type("form").send(form).redirects(0)
  return { get, send, page: async (path: string) => (await get(path).expect(200)).text }
}

const WHERE = { province: "01", commune: "00004", street: BUYER.street }

/** Fills the basket of a browser over the pages. */
export async function putIntoBasket(buyer: Buyer, productIds: string[]) {
  for (const product_id of productIds) await buyer.send("/market/basket", { product_id, quantity: "1" }).expect(303)
}

/** Walks from the basket to the page of payment: address, commune, and delivery by every producer. */
export async function walkToPayment(buyer: Buyer) {
  const { name, phone } = BUYER
  await buyer.send("/market/checkout/address", { name, phone, province: WHERE.province }).expect(303)
  await buyer.send("/market/checkout/commune", { name, phone, ...WHERE }).expect(303)
  const text = await buyer.page("/market/checkout/shipping")
  const chosen = [...text.matchAll(/<input[^>]*type="radio"[^>]*>/g)]
    .map(([tag]) => ({
      name: /name="([^"]+)"/.exec(tag)?.[1] ?? "",
      value: /value="([^"]+)"/.exec(tag)?.[1] ?? "",
      checked: /\schecked/.test(tag),
    }))
    .filter(({ checked }) => checked)
  const form = Object.fromEntries(chosen.map(({ name, value }) => [name, value]))
  await buyer.send("/market/checkout/shipping", form).expect(303).expect("location", "/market/checkout/payment")
}
