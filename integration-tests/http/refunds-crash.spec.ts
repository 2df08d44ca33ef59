import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Client } from "pg"
import { startShop } from "../harness/server"
import { findGoods, shopClient } from "./basket"
import { booksOf, dueOf, owe, paidOrder, returned, standIn, triesOf, until } from "./refunds"

it("a crash between VNPay's word and the books, then two shops at once: every refund is sent and booked once", async () => {
  const first = await startShop()
  const pg = new Client({ connectionString: first.databaseUrl })
  await pg.connect()
  try {
    const client = shopClient(first.baseUrl, JSON.parse(readFileSync(join(first.local, "demo.json"), "utf8")))
    const order = await paidOrder(client, await findGoods(client), pg)
    const locker = new Client({ connectionString: first.databaseUrl })
    await locker.connect()
    // Booking needs this table, sending does not: the crash comes in between for certain.
    await locker.query("begin; lock table refund in access exclusive mode")
    const due = await owe(order, 10_000, pg)
    await until("confirmed and being booked", async () => (await triesOf(due, pg)).at(-1)?.booking_tries > 0)
    expect((await standIn(order.ref, first.baseUrl)).refunds).toMatchObject([{ amount: 10_000 }])
    await first.kill()
    await locker.end()
    expect(await booksOf(order, pg)).toEqual({ refunds: [], transactions: [] })
    expect(await dueOf(due, pg)).toMatchObject({ returned_at: null })
    expect(await triesOf(due, pg)).toMatchObject([{ state: "confirmed", booked_at: null }])

    const databaseName = new URL(first.databaseUrl).pathname.slice(1)
    const second = await startShop({ databaseName })
    const third = await startShop({ databaseName })
    try {
      const more = await Promise.all(Array.from({ length: 6 }, () => owe(order, 1_000, pg)))
      for (const one of [due, ...more]) await returned(one, pg, 150)
      const { refunds } = await standIn(order.ref, third.baseUrl)
      expect(refunds.map(({ amount }) => amount)).toEqual([10_000, ...Array(6).fill(1_000)])
      const books = await booksOf(order, pg)
      expect(books.refunds.map(({ note }) => note).sort()).toEqual([due, ...more].sort())
      expect(books.transactions.sort()).toEqual([-10_000, ...Array(6).fill(-1_000)].sort())
      for (const one of more) expect(await triesOf(one, pg)).toMatchObject([{ state: "confirmed", number: 1 }])
    } finally {
      await second.stop()
      await third.stop()
    }
  } finally {
    await pg.end()
    await first.kill()
  }
}, 300_000)
