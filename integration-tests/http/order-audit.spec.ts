import { db } from "../harness/shop"
import { CASH_PAID } from "./helpers/cash"
import { operatorToken } from "./helpers/officials"
import { buyForCash, demoToken } from "./helpers/orders"
import { http } from "./helpers/shop"

type Found = { order_id: string; differences: { what: string; expected: unknown; found: unknown }[] }

async function audit(body: { order_ids?: string[]; days?: number }): Promise<{ checked: number; found: Found[] }> {
  const token = await operatorToken()
  const answer = await http().post("/admin/order-audit").set("authorization", `Bearer ${token}`).send(body)
  expect(answer.status).toBe(200)
  return answer.body
}

describe("the audit of the order books", () => {
  let order: string
  let part: string

  beforeAll(async () => {
    const { rows } = await db().query(
      `select distinct on (l.producer_id) v.id as variant_id, pr.phone, l.producer_id from listing l
       join producer pr on pr.id = l.producer_id and pr.status = 'approved'
       join product_variant v on v.product_id = l.product_id
       join product_variant_inventory_item pi on pi.variant_id = v.id
       join inventory_level il on il.inventory_item_id = pi.inventory_item_id and il.stocked_quantity - il.reserved_quantity >= 4
       join product p on p.id = l.product_id and p.status = 'published'
       where l.is_demo and not l.hidden and l.deleted_at is null and l.weight_grams < 20000
         and not exists (select from sale_window w where w.listing_id = l.id)
       order by l.producer_id limit 2`,
    )
    const parts = await buyForCash(rows.map(({ variant_id }) => ({ variant_id, quantity: 2 })))
    const [first] = parts
    order = first?.order_id ?? ""
    part = first?.id ?? ""
    const phone = rows.find(({ producer_id }) => producer_id === first?.producer_id).phone
    const token = await demoToken(phone)
    await http()
      .post(`/producers/me/orders/${part}/hand-over`)
      .set("authorization", `Bearer ${token}`)
      .send({ cash: CASH_PAID })
      .expect(200)
  })

  it("finds nothing in an order that is right", async () => {
    expect(await audit({ order_ids: [order] })).toEqual({ checked: 1, found: [] })
  })

  it("finds a corrupted part, tells the operator, and forgets it once it is right again", async () => {
    await db().query("update producer_order set due = due - 1 where id = $1", [part])
    const { found } = await audit({ order_ids: [order] })
    expect(found.flatMap(({ differences }) => differences.map(({ what }) => what))).toEqual(
      expect.arrayContaining([expect.stringContaining("price by its journal"), "order total in Medusa"]),
    )
    const open = () => db().query("select problem from order_repair where order_id = $1 and solved_at is null", [order])
    expect((await open()).rows[0].problem).toContain("price by its journal")
    await db().query("update producer_order set due = due + 1 where id = $1", [part])
    expect((await audit({ order_ids: [order] })).found).toEqual([])
    expect((await open()).rows).toEqual([])
  })

  it("finds a line whose quantity was changed", async () => {
    const change = (by: number) =>
      db().query("update producer_order_line set cancelled = cancelled + $2 where producer_order_id = $1", [part, by])
    await change(1)
    const { found } = await audit({ order_ids: [order] })
    await change(-1)
    expect(found[0]?.differences.map(({ what }) => what).join()).toContain("cancelled")
  })

  it("finds nothing in all the orders that the other specs have bought so far", async () => {
    // Without those whose debts or lines a spec has written by hand, as no transaction of the shop would.
    const { rows } = await db().query(
      `select distinct order_id from producer_order part
       where not exists (select from refund_due due where due.order_id = part.order_id and due.change_id is null)
         and not exists (select from ahead_line ahead join producer_order_line line on line.id = ahead.line_id
           where line.producer_order_id = part.id)
       limit 500`,
    )
    const { checked, found } = await audit({ order_ids: rows.map(({ order_id }) => order_id) })
    expect(checked).toBe(rows.length)
    expect(found).toEqual([])
  })
})
