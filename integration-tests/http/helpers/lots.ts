import { knex } from "@medusajs/framework/mikro-orm/knex"
import { db } from "../../harness/shop"
import { variable } from "../../harness/variable"
import { http, word } from "./shop"
import { household } from "./visitors"

export { http }

type Method = "get" | "post"
export type Maker = { id: string; token: string; listing: string; phone: string; name: string }

/** JSON with the maker's token. */
export const as = (maker: Maker) => (method: Method, path: string) =>
  http()[method](path).set("authorization", `Bearer ${maker.token}`)

/** Pages with the maker's cookie. */
export const page = (maker: Maker) => (method: Method, path: string) =>
  http()[method](path).set("cookie", `vm_producer=${maker.token}`)

/** A date in Vietnam, so many days ago. */
export const day = (ago: number) => new Date(Date.now() + 7 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10)

/** An open shop with a product; the shop is the test's own. */
async function maker(): Promise<Maker> {
  const shop = { ...(await household("approved")), name: `Hộ lô hàng ${word()}` }
  await db().query("update producer set name = $2 where id = $1", [shop.id, shop.name])
  const { rows } = await db().query("select id from category order by id limit 1")
  const { body } = await http()
    .post("/producers/me/listings")
    .set("authorization", `Bearer ${shop.token}`)
    .send({ title: "Bình gốm", category_id: rows[0].id, price: 90_000, unit: "cái", stock: 3, weight_grams: 700 })
    .expect(201)
  return { ...shop, listing: body.listing.id }
}

export const twoMakers = (): Promise<[Maker, Maker]> => Promise.all([maker(), maker()])

export const closedMaker = async (): Promise<Maker> => ({ ...(await household("suspended")), name: "", listing: "" })

/** What a lot of this maker says of itself, unless said otherwise: ten pieces, two steps. */
export const declaration = (maker: Maker, more: object = {}) => ({
  listing_id: maker.listing,
  quantity: 10,
  made_on: day(1),
  steps: [
    { step: "materials", happened_at: day(9) },
    { step: "inspecting", happened_at: day(2), note: "Lò củi" },
  ],
  ...more,
})

export async function newLot(maker: Maker, more: object = {}): Promise<{ id: string; code: string }> {
  const { body } = await as(maker)("post", "/producers/me/lots").send(declaration(maker, more)).expect(201)
  return body.lot
}

export const countRows = async (table: "lot" | "epcis_event", column: string, value: string) =>
  Number((await db().query(`select count(*) from ${table} where ${column} = $1`, [value])).rows[0].count)

/** The database as the server's own functions want it; destroy it in afterAll. */
export const openKnex = () =>
  knex({ client: "pg", connection: variable("TEST_DATABASE_URL"), pool: { min: 0, max: 20 } })
