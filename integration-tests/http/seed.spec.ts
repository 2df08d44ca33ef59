import { readFileSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { parse } from "csv-parse/sync"
import { Client } from "pg"
import request from "supertest"
import { BASE, somewhere } from "./helpers/phone-login"

type Login = { email: string; password: string }
type Demo = {
  region_id: string
  publishable_api_key: string
  admin: Login
  officials: Login[]
  producers: { id: string; phone: string; otp: string }[]
}
type Product = Record<"id" | "title" | "price_min" | "price_max" | "certainty_ocop" | "ocop_stars", string>
const products: Product[] = parse(readFileSync(resolve(__dirname, "../../data/products.csv")), { columns: true })

const file = process.env.TEST_DEMO_JSON ?? resolve(__dirname, "../../.local/demo.json")
const demo: Demo = JSON.parse(readFileSync(file, "utf8"))

const db = new Client({ connectionString: process.env.TEST_DATABASE_URL })
beforeAll(() => db.connect())
afterAll(() => db.end())

describe("the seeded demonstration", () => {
  it("sells every product of the reference data within its range of price, in whole đồng", async () => {
    const { rows } = await db.query<{ title: string; amount: string; status: string }>(
      `SELECT p.title, p.status, price.amount FROM listing l
         JOIN product p ON p.id = l.product_id
         JOIN posting ON posting.listing_id = l.id AND posting.key LIKE 'seed:%'
         JOIN product_variant v ON v.product_id = p.id
         JOIN product_variant_price_set s ON s.variant_id = v.id
         JOIN price ON price.price_set_id = s.price_set_id AND price.currency_code = 'vnd'`,
    )
    expect(rows).toHaveLength(60)
    const wrong = rows.filter(({ title, amount }) => {
      const product = products.find((one) => one.title === title)
      const price = Number(amount)
      return !(product && Number.isInteger(price) && price >= +product.price_min && price <= +product.price_max)
    })
    expect(wrong).toEqual([])
  })

  it("never shows a star as verified, and invented ones as demo", async () => {
    const { rows } = await db.query<{ id: string; ocop_status: string }>(
      `SELECT substr(posting.key, 6) AS id, l.ocop_status FROM listing l
         JOIN posting ON posting.listing_id = l.id AND posting.key LIKE 'seed:%'`,
    )
    const expected = (product: Product) =>
      product.ocop_stars === "" ? "none" : product.certainty_ocop === "assumed for seed" ? "demo" : "unverified"
    const stars = new Map(rows.map(({ id, ocop_status }) => [id, ocop_status]))
    expect(stars).toEqual(new Map(products.map((product) => [product.id, expected(product)])))
  })

  it("has a seller in each of the 40 craft places, all of them marked as demo", async () => {
    const ids = demo.producers.map(({ id }) => id)
    const { rows } = await db.query(
      `SELECT count(DISTINCT craft_village_id)::int AS villages, bool_and(is_demo) AS demo FROM producer WHERE id = ANY($1)`,
      [ids],
    )
    expect(rows).toEqual([{ villages: 40, demo: true }])
  })

  it("prices with tax included, in one region", async () => {
    const { rows } = await db.query(
      `SELECT attribute, value FROM price_preference WHERE is_tax_inclusive AND value IN ('vnd', $1) ORDER BY attribute`,
      [demo.region_id],
    )
    expect(rows).toEqual([
      { attribute: "currency_code", value: "vnd" },
      { attribute: "region_id", value: demo.region_id },
    ])
    const { body } = await request(BASE)
      .get("/store/products?limit=1&fields=*variants.calculated_price")
      .query({ region_id: demo.region_id })
      .set("x-publishable-api-key", demo.publishable_api_key)
      .expect(200)
    expect(body.products[0].variants[0].calculated_price).toMatchObject({
      currency_code: "vnd",
      is_calculated_price_tax_inclusive: true,
    })
  })

  it("lets the operator and every official in with the passwords of demo.json, which nobody else may read", async () => {
    const { admin, officials } = demo
    await request(BASE).post("/auth/user/emailpass").send(admin).expect(200)
    for (const { email, password } of officials) {
      await request(BASE).post("/auth/official/emailpass").send({ email, password }).expect(200)
    }
    await request(BASE)
      .post("/auth/user/emailpass")
      .send({ ...admin, password: "wrong" })
      .expect(401)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it("lets a demo seller in with the code of demo.json, and no other", async () => {
    const [seller] = demo.producers
    if (!seller) throw new Error("There are no sellers")
    const { phone, otp, id } = seller
    await request(BASE).post("/auth/producer/phone").set("x-forwarded-for", somewhere()).send({ phone }).expect(200)
    await request(BASE).post("/auth/producer/phone/callback").send({ phone, code: "111111" }).expect(401)
    const { body } = await request(BASE).post("/auth/producer/phone/callback").send({ phone, code: otp }).expect(200)
    const me = await request(BASE).get("/producers/me").set("authorization", `Bearer ${body.token}`).expect(200)
    expect(me.body.producer).toMatchObject({ id, is_demo: true })
  })
})
