import { knex } from "@medusajs/framework/mikro-orm/knex"
import request from "supertest"
import { baseUrl, db, demo } from "../harness/shop"
import { variable } from "../harness/variable"

export const http = () => request(baseUrl())

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

const demoIds = () => demo().producers.map(({ id }) => id)

export async function login(id: string): Promise<{ phone: string; token: string }> {
  const known = demo().producers.find((producer) => producer.id === id)
  if (!known) throw new Error(`No demo producer ${id}`)
  await http().post("/auth/producer/phone").send({ phone: known.phone })
  const { body } = await http()
    .post("/auth/producer/phone/callback")
    .send({ phone: known.phone, code: known.otp })
    .expect(200)
  return { phone: known.phone, token: body.token }
}

/** Two open shops of the demonstration, each with a product. */
export async function twoMakers(): Promise<[Maker, Maker]> {
  const { rows } = await db().query(
    `select distinct on (pr.id) pr.id, pr.name, l.id as listing from producer pr join listing l on l.producer_id = pr.id
     where pr.status = 'approved' and not l.hidden and pr.id = any ($1) order by pr.id limit 2`,
    [demoIds()],
  )
  const [first, second] = await Promise.all(rows.map(async (row) => ({ ...row, ...(await login(row.id)) })))
  return [first, second]
}

/** A shop of the demonstration that is closed for the time being. */
export async function closedMaker(): Promise<Maker> {
  const { rows } = await db().query(
    "select id, name from producer where status = 'suspended' and id = any ($1) limit 1",
    [demoIds()],
  )
  return { ...rows[0], listing: "", ...(await login(rows[0].id)) }
}

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

export const countRows = async (table: "lot" | "lot_event", column: string, value: string) =>
  Number((await db().query(`select count(*) from ${table} where ${column} = $1`, [value])).rows[0].count)

/** The database as the server's own functions want it; destroy it in afterAll. */
export const openKnex = () =>
  knex({ client: "pg", connection: variable("TEST_DATABASE_URL"), pool: { min: 0, max: 20 } })
