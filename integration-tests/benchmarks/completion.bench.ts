import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Pool } from "pg"
import request from "supertest"
import { type Shop, startShop } from "../harness/server"
import type { Demo } from "../harness/shop"
import { basketToPay } from "../http/helpers/orders"
import { copyOrder } from "./past-orders"
import { stockShopFolder } from "./stock-shop"

/**
 * Completing a basket of three producers against Medusa's own completion of the same kind of cart, on one database in
 * one run, turn and turn about; then the same with many more orders in the tables.
 */
const ROUNDS = 20
const PAST = [1_000, 100_000]

type Times = { ours: number; stock: number; oursCpu: number; stockCpu: number }

describe("completing a basket of three producers", () => {
  let ours: Shop
  let stock: Shop
  let pool: Pool
  let demo: Demo
  let variants: string[]

  beforeAll(async () => {
    ours = await startShop({ databaseName: "bench_completion" })
    stock = await startShop({
      databaseName: "bench_completion",
      cwd: stockShopFolder(resolve(__dirname, "../..")),
      pages: ["/health"],
    })
    pool = new Pool({ connectionString: ours.databaseUrl, max: 2 })
    demo = JSON.parse(readFileSync(join(ours.local, "demo.json"), "utf8"))
    const { rows } = await pool.query(
      `select distinct on (l.producer_id) v.id, il.id as level from listing l
       join producer pr on pr.id = l.producer_id and pr.status = 'approved'
       join product p on p.id = l.product_id and p.status = 'published'
       join product_variant v on v.product_id = p.id
       join product_variant_inventory_item pi on pi.variant_id = v.id
       join inventory_level il on il.inventory_item_id = pi.inventory_item_id
       where not l.hidden and l.deleted_at is null and l.weight_grams < 5000
         and not exists (select from sale_window w where w.listing_id = l.id)
       order by l.producer_id limit 3`,
    )
    expect(rows).toHaveLength(3)
    variants = rows.map(({ id }) => id)
    await pool.query(
      `update inventory_level set stocked_quantity = 1000000, raw_stocked_quantity = jsonb_set(raw_stocked_quantity, '{value}', '"1000000"')
       where id = any ($1)`,
      [rows.map(({ level }) => level)],
    )
  })

  afterAll(async () => {
    await pool?.end()
    await stock?.stop()
    await ours?.stop()
  })

  async function cart(): Promise<string> {
    const at = { http: () => request(ours.baseUrl), demo, pg: pool }
    const wanted = variants.map((variant_id) => ({ variant_id, quantity: 2 }))
    return (await basketToPay(wanted, "pp_cash_cash", at)).cart
  }

  async function complete(shop: Shop, id: string) {
    const cpu = cpuOf(shop.pid)
    const begun = performance.now()
    const answer = await request(shop.baseUrl)
      .post(`/store/carts/${id}/complete`)
      .set("x-publishable-api-key", demo.publishable_api_key)
    const ms = performance.now() - begun
    if (answer.body.type !== "order") throw new Error(answer.text)
    return { ms, cpu: cpuOf(shop.pid) - cpu, order: String(answer.body.order.id) }
  }

  /** Its parts are placed a moment after the answer. */
  async function placed(order: string) {
    for (let tries = 0; tries < 300; tries++) {
      const { rows } = await pool.query("select id from sale_event where order_id = $1", [order])
      if (rows.length === variants.length) return
      await pause(100)
    }
    throw new Error(`the parts of ${order} were not placed`)
  }

  async function measure(rounds = ROUNDS): Promise<Times> {
    const own = []
    const bare = []
    for (let round = 0; round < rounds; round++) {
      const [a, b] = [await cart(), await cart()]
      own.push(await complete(ours, a))
      bare.push(await complete(stock, b))
    }
    const of = (rows: { ms: number; cpu: number }[], name: "ms" | "cpu") => median(rows.map((row) => row[name]))
    return { ours: of(own, "ms"), stock: of(bare, "ms"), oursCpu: of(own, "cpu"), stockCpu: of(bare, "cpu") }
  }

  it("costs little more than Medusa's own, and no more with 100,000 past orders than with 1,000", async () => {
    // Warm both.
    await measure(5)
    const { order } = await complete(ours, await cart())
    await placed(order)
    const table: Record<string, Times> = {}
    let before = 0
    for (const past of PAST) {
      await copyOrder(pool, order, { from: before + 1, to: past })
      before = past
      table[`${past} past orders`] = await measure()
    }
    console.table(table)
    const [few, many] = Object.values(table) as [Times, Times]
    console.log(
      `ours ÷ stock: ${(few.ours / few.stock).toFixed(2)} and ${(many.ours / many.stock).toFixed(2)}; ours at 100k ÷ 1k: ${(many.ours / few.ours).toFixed(2)}`,
    )
    // Guards against a fall, far from the figures of a quiet machine.
    expect(few.ours / few.stock).toBeLessThan(3)
    expect(many.ours / few.ours).toBeLessThan(2)
  })
})

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Milliseconds of processor a process has used (Linux). */
function cpuOf(pid: number): number {
  const [user, system] =
    readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13).map(Number) ?? []
  return ((user ?? 0) + (system ?? 0)) * 10
}
