import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Client } from "pg"
import { startShop } from "../harness/server"
import { findGoods, shopClient } from "./basket"
import { attempt, capturesOf, newPayment, notice, ordersOf, settled, tell } from "./vnpay"

it("a crash after the answer to VNPay and before the order leaves an order after all", async () => {
  const first = await startShop()
  const connection = new Client({ connectionString: first.databaseUrl })
  await connection.connect()
  try {
    const client = shopClient(first.baseUrl, JSON.parse(readFileSync(join(first.local, "demo.json"), "utf8")))
    const { session, cart_id } = await newPayment(client, await findGoods(client))
    // Completing needs this table, answering does not: the crash comes in between for certain.
    await connection.query("begin; lock table payment_session in access exclusive mode")
    expect(await tell(await notice(session), first.baseUrl)).toMatchObject({ RspCode: "00" })
    await first.kill()
    await connection.query("rollback")
    expect(await attempt(session, connection)).toMatchObject({ state: "captured", completion: "open" })
    expect(await ordersOf(cart_id, connection)).toEqual([])

    const second = await startShop({ databaseName: new URL(first.databaseUrl).pathname.slice(1) })
    try {
      expect(await settled(session, 90, connection)).toMatchObject({ completion: "completed" })
      expect(await ordersOf(cart_id, connection)).toHaveLength(1)
      expect(await capturesOf(session, connection)).toEqual([session.amount])
    } finally {
      await second.stop()
    }
  } finally {
    await connection.end()
    await first.kill()
  }
}, 180_000)
