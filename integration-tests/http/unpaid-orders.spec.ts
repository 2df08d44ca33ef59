import { db } from "../harness/shop"
import { partsOf, placed, transfer, until } from "./bank"
import { type Maker, maker } from "./helpers/buyer"
import { operatorToken } from "./helpers/officials"
import { basketToPay } from "./helpers/orders"
import { http, store } from "./helpers/shop"

let makers: Maker[]
let token: string
beforeAll(async () => {
  makers = [await maker(70_000), await maker(40_000)]
  token = await operatorToken()
}, 60_000)

/** An order of two households that waits for its transfer. */
async function waitingOrder() {
  const wanted = makers.map(({ variant_id }) => ({ variant_id, quantity: 1 }))
  const { cart, session } = await basketToPay(wanted, "pp_bank_bank")
  const { body } = await store(`/store/carts/${cart}/complete`, "post").expect(200)
  const id: string = body.order.id
  return { id, cart, session, parts: await partsOf(id) }
}

const expire = (id?: string) =>
  http()
    .post(`/admin/producer-orders/${id}/expire`)
    .set("authorization", `Bearer ${token}`)
    .send({ reason: "không thấy tiền" })

const statuses = async (id: string) => (await partsOf(id)).map(({ status }) => status)

describe("an order of two households that waits for money", () => {
  it("runs out of time as a whole: one payment is for all of it", async () => {
    const { id, parts } = await waitingOrder()
    await expire(parts[0]?.id).expect(200)
    expect(await statuses(id)).toEqual(["expired", "expired"])
  })

  it("does not run out while a transfer for it waits for a person", async () => {
    const { id, session, parts } = await waitingOrder()
    const less = await transfer({ transferAmount: session.amount - 1, content: session.data.txn_ref })
    expect(less).toMatchObject({ kind: "review", reason: "less" })
    await expire(parts[1]?.id).expect(409)
    expect(await statuses(id)).toEqual(["awaiting_payment", "awaiting_payment"])
  })

  it("cannot be begun to pay a second time, so its QR stays good", async () => {
    const { id, session } = await waitingOrder()
    const { rows } = await db().query("select payment_collection_id as id from payment_session where id = $1", [
      session.id,
    ])
    await store(`/store/payment-collections/${rows[0].id}/payment-sessions`, "post")
      .send({ provider_id: "pp_vnpay_vnpay" })
      .expect(409)
    await transfer({ transferAmount: session.amount, content: session.data.txn_ref })
    await placed(id)
  })

  it("owes all of a payment that was on its way when it ran out", async () => {
    const { id, cart, session, parts } = await waitingOrder()
    await expire(parts[0]?.id).expect(200)
    // As if the bank's word had been stored a moment before.
    await db().query(
      "update payment_attempt set state = 'captured', completion = 'open', next_try_at = now() where cart_id = $1",
      [cart],
    )
    const owed = await until(async () => {
      const { rows } = await db().query(
        "select sum(amount)::int as amount, min(means) as means from refund_due where order_id = $1",
        [id],
      )
      return rows[0]?.amount ? rows[0] : undefined
    })
    expect(owed).toEqual({ amount: session.amount, means: "bank" })
  })
})
