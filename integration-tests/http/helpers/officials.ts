import { randomBytes, randomInt } from "node:crypto"
import request from "supertest"
import { baseUrl, db, demo } from "../../harness/shop"

/** Two communes that lie side by side in the demonstration's province. */
export const HOME = "13966"
export const NEIGHBOUR = "13834"

export const random = () => randomBytes(5).toString("hex")
export const http = () => request(baseUrl())

export const as = (token: string) => (method: "get" | "post", path: string) =>
  http()[method](path).set("authorization", `Bearer ${token}`)

/** JSON login by e-mail and password; answers the bearer token. */
export async function passwordLogin(actor: "user" | "official", login: { email: string; password: string }) {
  const { body } = await http()
    .post(`/auth/${actor}/emailpass`)
    .send({ email: login.email, password: login.password })
    .expect(200)
  return body.token as string
}

export const operatorToken = () => passwordLogin("user", demo().admin)

/** An official of its own for the spec, made by the operator as in life. */
export async function newOfficial(operator: string, area_kind: "commune" | "province", area_code: string) {
  const email = `${random()}@thu.example.vn`
  const { body } = await as(operator)("post", "/admin/officials")
    .send({ email, name: "Cán bộ thử", area_kind, area_code })
    .expect(201)
  const password: string = body.password
  return {
    id: body.official.id as string,
    email,
    password,
    token: await passwordLogin("official", { email, password }),
  }
}

type Household = { commune_code?: string; status?: string; name?: string; holding_key?: string }

/** A household that has sent its registration; how it gets there is the registration's own spec. */
export async function pendingProducer(more: Household = {}) {
  const producer = {
    id: `prod_hh_thu_${random()}`,
    name: `Hộ thử ${random()}`,
    commune_code: HOME,
    status: "pending",
    holding_key: null,
    phone: `+849${String(randomInt(100_000_000)).padStart(8, "0")}`,
    ...more,
  }
  await db().query(
    `insert into producer (id, name, handle, kind, status, phone, commune_code, makes, holding_key, submitted_at)
     values ($1, $2, $1, 'household', $3, $4, $5, 'Gốm thử', $6, now())`,
    [producer.id, producer.name, producer.status, producer.phone, producer.commune_code, producer.holding_key],
  )
  return producer
}

export const stateOf = async (id: string) =>
  (await db().query("select status, status_reason, approved_at from producer where id = $1", [id])).rows[0]

/** What the audit trail says of something, oldest first. */
export const trailOf = async (subject: string) =>
  (
    await db().query(
      "select act, actor_kind, actor_id, reason from audit_entry where subject_id = $1 order by created_at, id",
      [subject],
    )
  ).rows
