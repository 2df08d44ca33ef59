import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"
import request from "supertest"
import { startShop } from "../harness/server"
import { type Demo, db, warehouse } from "../harness/shop"
import { CASH_PAID } from "./helpers/cash"
import { openQr, payAtDoor } from "./helpers/door"
import { HOME, newOfficial, operatorToken } from "./helpers/officials"
import { type At, buyForCash, demoToken, type Part, variantOf } from "./helpers/orders"
import { http } from "./helpers/shop"
import { household, postListing } from "./helpers/visitors"

type Pg = Pick<Client, "query">
type Row = { month: string; code: string; net: number; sellers: number; share: number }

/** What is left of a line's amount after the units that were cancelled or came back. */
const rest = (amount: string) => `(l.${amount} - l.${amount} * (l.cancelled + l.returned) / l.quantity)`
const PAID = `${rest("goods")} - ${rest("discount")}`

/** The rule of the table, by hand, over the shop's own order lines: goods that left and did not come back, without shipping and VAT. */
async function sumsOfOrders(pg: Pg, by: "commune" | "village"): Promise<Row[]> {
  const { rows } = await pg.query(
    `select to_char(o.handed_over_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month,
       coalesce(l.${by === "commune" ? "commune_code" : "village_id"}, '') as code,
       sum(${PAID} + ${rest("discount_platform")} - ${rest("vat")})::float8 as net,
       count(distinct l.holding)::int as sellers,
       (coalesce(sum(${PAID}) filter (where coalesce(o.collected_by, o.payment_means) <> 'cash'), 0)
         / nullif(sum(${PAID}) filter (where o.payment_means <> 'cash' or o.cash_collected > 0), 0))::float8 as share
     from producer_order_line l join producer_order o on o.id = l.producer_order_id
     where o.handed_over_at is not null and l.cancelled < l.quantity and o.channel <> 'phone'
     group by 1, 2 order by 1 desc, 2`,
  )
  return rows
}

/** The rows of a CSV table; names with commas and quotes come back whole. */
function rowsOf(text: string): string[][] {
  return text
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
      ),
    )
}

/** A table as an official loads it, without the warning of the demonstration and the names. */
async function table(token: string, query: string, asked = http()) {
  const { text } = await asked.get(`/office/statistics/csv?${query}`).set("cookie", `vm_official=${token}`).expect(200)
  const [warning, head, ...rows] = rowsOf(text)
  expect(warning).toEqual(["DỮ LIỆU THỬ NGHIỆM"])
  expect(head?.slice(3)).toEqual(["net_revenue_vnd", "selling_households", "cashless_share", "status"])
  return rows.map(([month, code, , ...figures]) => ({ month: month ?? "", code: code ?? "", figures }))
}

/** What the table must say of a sum: nothing where fewer than three households stand behind it. */
const shown = ({ month, code, net, sellers, share }: Row) => ({
  month,
  code,
  figures: sellers < 3 ? ["", "", "", "hidden_fewer_than_3"] : [String(net), String(sellers), String(share), "shown"],
})

describe("revenue through the marketplace", () => {
  type Seller = Awaited<ReturnType<typeof seller>>
  let sellers: Seller[]
  let province: string
  let home: string
  let neighbour: string
  let village: string
  let there: string

  /** An open shop of the spec's own with a product at 90,000 đ. */
  async function seller(place: { commune: string; village: string | null; kind: string; holding: string | null }) {
    const shop = await household("approved")
    await db().query(
      "update producer set commune_code = $2, craft_village_id = $3, kind = $4, holding_key = $5 where id = $1",
      [shop.id, place.commune, place.village, place.kind, place.holding],
    )
    const { handle } = await postListing(shop.token)
    return { ...shop, variant_id: await variantOf(handle) }
  }

  const handOver = (part: Part, body: object = { cash: CASH_PAID }) =>
    http()
      .post(`/producers/me/orders/${part.id}/hand-over`)
      .set("authorization", `Bearer ${sellers.find(({ id }) => id === part.producer_id)?.token}`)
      .send(body)
      .expect(200)

  beforeAll(async () => {
    const operator = await operatorToken()
    province = (await newOfficial(operator, "province", "37")).token
    home = (await newOfficial(operator, "commune", HOME)).token
    // Where no other spec sells, so that a small cell stays small.
    const { rows } = await db().query(
      `select id, commune_code from craft_village v
       where (select count(*) from producer p where p.commune_code = v.commune_code) = 1
         and not exists (select from sale_event e where e.commune_code = v.commune_code) order by id limit 1`,
    )
    village = rows[0].id
    there = rows[0].commune_code
    neighbour = (await newOfficial(operator, "commune", there)).token
    const here = { commune: HOME, village: null, kind: "household", holding: null }
    const away = { commune: there, village, kind: "household", holding: `thu-${Date.now()}` }
    sellers = [
      ...[await seller(here), await seller(here), await seller({ ...here, kind: "cooperative" })],
      // Two shops of one owner.
      ...[await seller(away), await seller(away)],
    ]
  }, 60_000)

  it("is nothing new when an order is only placed, and the order lines' own sums once it is handed over", async () => {
    const before = await sumsOfOrders(db(), "commune")
    const parts = await buyForCash(sellers.map(({ variant_id }, at) => ({ variant_id, quantity: 1 + (at % 3) })))
    expect(parts).toHaveLength(5)
    expect(await table(province, "by=commune")).toEqual(before.map(shown))

    // One of them is paid by QR at the door: promised in cash, and cashless all the same.
    const [atDoor, ...others] = parts
    const owner = sellers.find(({ id }) => id === atDoor?.producer_id)
    if (!atDoor || !owner) throw new Error("nobody sold anything")
    await payAtDoor(owner, atDoor, await openQr(owner, atDoor))
    await handOver(atDoor, {})
    for (const part of others) await handOver(part)
    const { rows } = await db().query(
      `select e.producer_id, e.net::int as net, l.vat_rate_bp as rate
       from sale_event e join producer_order_line l on l.id = e.line_id where e.order_id = $1 and e.kind = 'handed_over'`,
      [parts[0]?.order_id],
    )
    const booked = sellers.map(({ id }) => rows.find(({ producer_id }) => producer_id === id))
    // The cooperative deducts VAT, which its price holds; households are on presumptive tax.
    const rate = booked[2]?.rate
    expect(rate).toBeGreaterThan(0)
    const without = Math.round((270_000 * 10_000) / (10_000 + rate))
    expect(booked.map((event) => event?.net)).toEqual([90_000, 180_000, without, 90_000, 180_000])

    const communes = await sumsOfOrders(db(), "commune")
    await untilEqual(() => table(province, "by=commune"), communes.map(shown))
    expect(await table(province, "by=village")).toEqual((await sumsOfOrders(db(), "village")).map(shown))
    const here = communes.find(({ code }) => code === HOME)
    const earlier = before.find(({ code }) => code === HOME)
    expect((here?.net ?? 0) - (earlier?.net ?? 0)).toBe(270_000 + without)
  })

  it("of fewer than three households is hidden, shops of one owner being one", async () => {
    const sold = (await sumsOfOrders(db(), "commune")).find(({ code }) => code === there)
    const row = (await table(province, "by=commune")).find(({ code }) => code === there)
    expect(sold?.sellers).toBeLessThan(3)
    expect(row?.figures).toEqual(["", "", "", "hidden_fewer_than_3"])
    expect((await table(province, "by=village")).find(({ code }) => code === village)?.figures.at(-1)).toBe(
      "hidden_fewer_than_3",
    )
    const own = await http().get("/office/statistics").set("cookie", `vm_official=${neighbour}`).expect(200)
    expect(/data-total[^>]*>([^<]*)/.exec(own.text)?.[1]).toBe("dưới 3 hộ")
    expect(own.text).not.toContain("₫")
  })

  it("of another commune is not shown to a commune's official", async () => {
    for (const by of ["by=commune", "by=village"]) {
      const all = await table(province, by)
      const mine = await table(home, by)
      expect(mine.length).toBeGreaterThan(0)
      expect(mine.map(({ code }) => code)).not.toContain(by === "by=commune" ? there : village)
      if (by === "by=commune") expect(mine).toEqual(all.filter(({ code }) => code === HOME))
    }
    const page = await http().get("/office/statistics").set("cookie", `vm_official=${home}`).expect(200)
    const { rows } = await db().query("select full_name from commune where code = $1", [there])
    expect(page.text).not.toContain(rows[0].full_name)
  })

  it("of one month is that month's alone, and an unknown month is all", async () => {
    const [{ month = "" } = {}] = await table(province, "by=commune")
    const all = await table(province, "by=commune")
    expect(await table(province, `by=commune&month=${month}`)).toEqual(all.filter((row) => row.month === month))
    expect(await table(province, "by=commune&month=1999-01")).toEqual(all)
    await http().get("/office/statistics/csv?by=district").set("cookie", `vm_official=${province}`).expect(400)
  })

  it("is folded from facts that carry no seller's name, each journal row once", async () => {
    await carriedOnce(db(), warehouse())
    const { rows } = await warehouse().query("select holding from sale_fact")
    for (const { holding } of rows) expect(holding).toMatch(/^[0-9a-f]{32}$/)
  })
})

/** The journal and the warehouse say the same, and the warehouse's sums are those of its facts. */
async function carriedOnce(shop: Pg, store: Pg) {
  const journal = await shop.query("select id as event, net::float8 as net from sale_event order by id")
  const facts = await store.query("select event_id as event, net::float8 as net from sale_fact order by event_id")
  const sorted = (rows: { event: string }[]) => rows.sort((a, b) => (a.event < b.event ? -1 : 1))
  expect(sorted(facts.rows)).toEqual(sorted(journal.rows))
  const open = await shop.query("select number from journal_batch where acknowledged_at is null")
  expect(open.rows).toEqual([])
  await rebuilt(store)
}

/** Cells and sellers, made anew from the facts, are the ones that stand. */
async function rebuilt(store: Pg) {
  const order = "order by month, commune_code, village_id"
  const { rows: cells } = await store.query(
    `select month, commune_code, village_id, net::float8, settled::float8, settled_cashless::float8 from month_cell ${order}`,
  )
  const { rows: anew } = await store.query(
    `select month, commune_code, village_id, sum(net)::float8 as net, sum(settled)::float8 as settled,
       coalesce(sum(settled) filter (where payment_means <> 'cash'), 0)::float8 as settled_cashless
     from sale_fact where kind in ('handed_over', 'settled', 'returned') and channel <> 'phone' group by month, commune_code, village_id ${order}`,
  )
  expect(cells).toEqual(anew)
  const { rows: sellers } = await store.query(
    `select month, commune_code, village_id, holding from month_seller ${order}, holding`,
  )
  const { rows: sold } = await store.query(
    `select distinct month, commune_code, village_id, holding from sale_fact
     where kind = 'handed_over' and channel <> 'phone' ${order}, holding`,
  )
  expect(sellers).toEqual(sold)
}

/** Rows behind a transaction that is still open are carried by the next look. */
async function untilEqual<T>(read: () => Promise<T>, expected: T) {
  for (let tries = 0; ; tries++) {
    const got = await read()
    if (tries === 20 || JSON.stringify(got) === JSON.stringify(expected)) return expect(got).toEqual(expected)
    await pause(250)
  }
}

async function until(done: () => Promise<boolean>) {
  for (let tries = 0; !(await done()); tries++) {
    if (tries > 200) throw new Error("it did not happen within 20 seconds")
    await pause(100)
  }
}

describe("a journal on its way to the warehouse", () => {
  it("is counted once, though the shop dies in between or never hears that it has arrived", async () => {
    const first = await startShop()
    const [shop, store] = [new Client(first.databaseUrl), new Client(first.warehouseUrl)]
    await Promise.all([shop.connect(), store.connect()])
    let running = first
    try {
      const demo: Demo = JSON.parse(readFileSync(join(first.local, "demo.json"), "utf8"))
      const asked = () => request(running.baseUrl)
      const official = demo.officials.find(({ area }) => area === "37")
      const login = await asked()
        .post("/auth/official/emailpass")
        .send({ email: official?.email, password: official?.password })
        .expect(200)
      const look = () => asked().get("/office/statistics/csv").set("cookie", `vm_official=${login.body.token}`)
      const { tokens, parts } = await orderFromTwo({ http: asked, demo, pg: shop })
      await look().expect(200)
      await carriedOnce(shop, store)
      const untold = async () => {
        const { rows } = await shop.query("select number from journal_batch where acknowledged_at is null")
        return rows.length
      }

      // The warehouse takes nothing in while this is held; a mode that takes no transaction number, which would hold
      // back the journal itself.
      await store.query("begin; lock table month_cell in share mode")
      for (const [at, { id }] of parts.entries()) {
        await asked()
          .post(`/producers/me/orders/${id}/hand-over`)
          .set("authorization", `Bearer ${tokens[at]}`)
          .send({ cash: CASH_PAID })
          .expect(200)
      }
      const broken = look().then(
        () => "answered",
        () => "broken off",
      )
      await until(async () => {
        const { rows } = await store.query(
          "select pid from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
        )
        return rows.length > 0 && (await untold()) > 0
      })
      await first.kill()
      expect(await broken).toBe("broken off")
      await store.query("rollback")
      const sums = await sumsOfOrders(shop, "commune")
      expect(sums.reduce((sum, { net }) => sum + net, 0)).toBe(parts.reduce((sum, { goods }) => sum + goods, 0))

      running = await startShop({ databaseName: new URL(first.databaseUrl).pathname.slice(1) })
      await until(async () => (await look().expect(200)) && (await untold()) === 0)
      await carriedOnce(shop, store)
      expect(await table(login.body.token, "by=commune", asked())).toEqual(sums.map(shown))

      // Taken in, and the shop never heard of it: all is sent again, and nothing is counted twice.
      await shop.query("update journal_batch set acknowledged_at = null")
      await until(async () => (await look().expect(200)) && (await untold()) === 0)
      await carriedOnce(shop, store)
      expect(await table(login.body.token, "by=commune", asked())).toEqual(sums.map(shown))
    } finally {
      await Promise.all([shop.end(), store.end()])
      await running.kill()
    }
  }, 240_000)
})

/** An order from two households of the demonstration, each with its login. */
async function orderFromTwo(at: At) {
  const { rows } = await at.pg.query(
    `select distinct on (l.producer_id) l.producer_id as id, pv.id as variant_id from listing l
     join producer p on p.id = l.producer_id and p.kind = 'household' and p.status = 'approved'
     join product_variant pv on pv.product_id = l.product_id
     join product_variant_inventory_item i on i.variant_id = pv.id
     join inventory_level il on il.inventory_item_id = i.inventory_item_id and il.stocked_quantity - il.reserved_quantity > 2
     where l.producer_id = any ($1) and not l.hidden and l.deleted_at is null order by l.producer_id, l.id limit 2`,
    [at.demo.producers.map(({ id }) => id)],
  )
  const parts = await buyForCash(
    rows.map(({ variant_id }) => ({ variant_id, quantity: 2 })),
    at,
  )
  expect(parts).toHaveLength(2)
  const tokens: string[] = []
  for (const { producer_id } of parts) {
    const household = at.demo.producers.find(({ id }) => id === producer_id)
    tokens.push(await demoToken(household?.phone ?? "", at))
  }
  return { parts, tokens }
}
