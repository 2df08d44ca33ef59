import { asFunction, asValue } from "@medusajs/framework/awilix"
import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"
import { createMedusaContainer } from "@medusajs/framework/utils"
import type {} from "../../plugins/village-market/src/container"
import { GATEWAY } from "../../plugins/village-market/src/modules/gateway"
import { GatewayService } from "../../plugins/village-market/src/modules/gateway/service"
import { askGateway } from "../../plugins/village-market/src/payments/ask-gateway"
import { VnpayProvider } from "../../plugins/village-market/src/providers/payment-vnpay/service"
import { settingsOf } from "../../plugins/village-market/src/settings"
import { baseUrl, demo } from "../harness/shop"
import { variable } from "../harness/variable"
import { findGoods, type Goods, type Session, shopClient } from "./basket"
import { misbehave, owe, paidOrder, payAtStandIn, returned, standIn, triesOf, until } from "./refunds"
import { attempt, newPayment } from "./vnpay"

const shop = shopClient()
let goods: Goods
let connection: Knex
let gateway: GatewayService

beforeAll(async () => {
  goods = await findGoods(shop)
  connection = knex({ client: "pg", connection: variable("TEST_DATABASE_URL"), pool: { max: 20 } })
  gateway = new GatewayService({ __pg_connection__: connection })
})

afterAll(() => connection.destroy())

/** A second process beside the served shop: the same database, the same stand-in. */
function container() {
  const { vnpay } = demo()
  const options = {
    ...{ demo: true, publicUrl: baseUrl(), localDir: "/nowhere", uploadDir: "/nowhere" },
    ...{ encryptionKey: "0".repeat(64), holdingKey: "0".repeat(64) },
    vnpay: {
      ...{ tmnCode: vnpay?.tmn_code, secrets: [vnpay?.hash_secret], apiUrl: `${baseUrl()}/demo/vnpay/api` },
      ...{ payUrl: `${baseUrl()}/demo/vnpay/pay`, returnUrl: `${baseUrl()}/market/pay/vnpay/return` },
    },
  }
  const made = createMedusaContainer()
  made.register("configModule", asValue({ plugins: [{ resolve: "medusa-plugin-village-market", options }] }))
  made.register(GATEWAY, asFunction(() => gateway).singleton())
  return made
}

const ask = async ({ data }: Session) => {
  const known = await gateway.attempt(data.txn_ref)
  if (!known) throw new Error("no attempt")
  return askGateway(container(), known)
}

describe("asking VNPay after a payment whose notice was lost", () => {
  it("takes the answer down as the notice would have been, once", async () => {
    const { session } = await newPayment(shop, goods)
    await misbehave(session.data.txn_ref, "notice", "lost")
    await payAtStandIn(session, "failure")
    expect(await attempt(session)).toMatchObject({ state: "pending" })
    expect(await ask(session)).toEqual({ kind: "recorded", verdict: "00" })
    expect(await attempt(session)).toMatchObject({ state: "failed", transaction_status: "02" })
    expect(await ask(session)).toEqual({ kind: "recorded", verdict: "02" })
  })

  it("tells a payment never begun there, and believes no wrong signature and no silence", async () => {
    const { session } = await newPayment(shop, goods)
    expect(await ask(session)).toEqual({ kind: "nothing" })
    await misbehave(session.data.txn_ref, "querydr", "signature")
    expect(await ask(session)).toEqual({ kind: "silent", why: "signature" })
    await misbehave(session.data.txn_ref, "querydr", "500")
    expect(await ask(session)).toEqual({ kind: "silent", why: "HTTP 500" })
    await misbehave(session.data.txn_ref, "querydr", "cut")
    expect(await ask(session)).toEqual({ kind: "silent", why: "ECONNRESET" })
    expect(await attempt(session)).toMatchObject({ state: "pending" })
  })
})

it("calling off the payment of an order that stands has it looked at again, and nothing goes back", async () => {
  const order = await paidOrder(shop, goods)
  const known = await gateway.attempt(order.ref)
  const { vnpay } = settingsOf(container())
  if (!vnpay) throw new Error("VNPay is not set up")
  const provider = new VnpayProvider({ __pg_connection__: connection }, vnpay)
  const data = { session_id: known?.session_id, txn_ref: order.ref }
  await provider.cancelPayment({ data })
  expect(await gateway.attempt(order.ref)).toMatchObject({ completion: expect.stringMatching(/open|completed/) })
  await until("settled again", async () => (await gateway.attempt(order.ref))?.completion === "completed")
  expect(await gateway.attempt(order.ref)).toMatchObject({ order_id: order.order_id })
  expect((await standIn(order.ref)).refunds).toEqual([])
  await expect(provider.refundPayment({ data, amount: 1000 })).rejects.toThrow("/app/refunds")
}, 60_000)

it("of many workers taking up one debt at once a single one sends", async () => {
  const order = await paidOrder(shop, goods)
  const due_id = await owe(order, 15_000)
  const wanted = { due_id, payment_attempt_id: order.id }
  const turns = await Promise.all(Array.from({ length: 16 }, () => gateway.refunds.take(wanted)))
  // The served shop may have been quicker than all of them.
  expect(turns.filter(({ step }) => step === "send").length).toBeLessThanOrEqual(1)
  expect(turns.filter(({ step }) => step === "ask")).toEqual([])
  expect(await triesOf(due_id)).toHaveLength(1)
  // Whoever took it here never sends it; the shop finds it, looks it up and sends it then.
  await returned(due_id)
  expect((await standIn(order.ref)).refunds).toMatchObject([{ amount: 15_000 }])
}, 120_000)
