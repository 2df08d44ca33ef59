import { setTimeout } from "node:timers/promises"
import { db, demo } from "../harness/shop"
import {
  as,
  HOME,
  http,
  newOfficial,
  operatorToken,
  passwordLogin,
  pendingProducer,
  random,
  trailOf,
} from "./helpers/officials"

// Eleven wrong passwords cost eleven times scrypt.
jest.setTimeout(30_000)

let operator: string
beforeAll(async () => {
  operator = await operatorToken()
})
const asOperator = (method: "get" | "post", path: string) => as(operator)(method, path)

describe("an official's login", () => {
  const login = (email: string, password: string) => http().post("/office/login").type("form").send({ email, password })

  it("opens the pages by a cookie that scripts cannot read", async () => {
    const { email, password } = await newOfficial(operator, "commune", HOME)
    const answer = await login(email, password).expect(303).expect("location", "/office")
    const cookie = String(answer.headers["set-cookie"])
    expect(cookie).toMatch(/vm_official=.*HttpOnly.*SameSite=Lax/)
    await http()
      .get("/office")
      .set("cookie", cookie.split(";")[0] ?? "")
      .expect(200)
    await http().get("/office").expect(303).expect("location", "/office/login?to=%2Foffice")
  })

  it("does not tell an unknown e-mail from a wrong password, and stops guessing", async () => {
    const { email, password } = await newOfficial(operator, "commune", HOME)
    const page = (text: string) => text.replaceAll(email, "X").replaceAll(`khong-${email}`, "X")
    const wrong = await login(email, "sai").expect(401)
    const unknown = await login(`khong-${email}`, "sai").expect(401)
    expect(page(unknown.text).replaceAll("khong-X", "X")).toBe(page(wrong.text))
    await Promise.all(Array.from({ length: 9 }, () => login(email, "sai").expect(401)))
    await login(email, password).expect(429)
    await http().post("/auth/official/emailpass").send({ email, password }).expect(429)
  })

  it("only leads on within the office", async () => {
    const { email, password } = await newOfficial(operator, "commune", HOME)
    for (const to of ["https://evil.example", "//evil.example", "/market", "/office\\..\\evil"]) {
      await http()
        .post("/office/login")
        .type("form")
        .send({ email, password, to })
        .expect(303)
        .expect("location", "/office")
    }
  })

  it("ends at once when the operator closes the account, and a reset password replaces the old one", async () => {
    const official = await newOfficial(operator, "commune", HOME)
    await as(official.token)("get", "/officials/me").expect(200)
    await asOperator("post", `/admin/officials/${official.id}/deactivate`).expect(200)
    await as(official.token)("get", "/officials/me").expect(401)
    await login(official.email, official.password).expect(401)
    await asOperator("post", `/admin/officials/${official.id}/reactivate`).expect(200)
    // Tokens are dated in whole seconds.
    await setTimeout(1100)
    const { body } = await asOperator("post", `/admin/officials/${official.id}/reset-password`).expect(200)
    await login(official.email, official.password).expect(401)
    await login(official.email, body.password).expect(303)
    // What was logged in before the reset is out, and cannot renew itself.
    await as(official.token)("get", "/officials/me").expect(401)
    await as(official.token)("post", "/auth/token/refresh").expect(401)
    const fresh = await passwordLogin("official", { email: official.email, password: body.password })
    await as(fresh)("get", "/officials/me").expect(200)
    await as(fresh)("post", "/auth/token/refresh").expect(200)
    expect((await trailOf(official.id)).map(({ act }) => act)).toEqual([
      "create",
      "deactivate",
      "reactivate",
      "reset-password",
    ])
  })

  it("cannot be registered by anybody", async () => {
    await http()
      .post("/auth/official/emailpass/register")
      .send({ email: `${random()}@x.vn`, password: "matkhau123" })
      .expect(404)
  })
})

describe("the operator", () => {
  it("is refused an official of no area, without a name, or with an e-mail in use", async () => {
    const make = (body: object) => asOperator("post", "/admin/officials").send(body)
    const good = { email: `${random()}@x.vn`, name: "A", area_kind: "commune", area_code: HOME }
    await make({ ...good, area_code: "99999" }).expect(400)
    await make({ ...good, name: "" }).expect(400)
    await make({ ...good, email: demo().admin.email }).expect(422)
    const { rows } = await db().query("select 1 from official where email = $1", [good.email])
    expect(rows).toEqual([])
  })

  it("decides too, and is named in the trail", async () => {
    const producer = await pendingProducer()
    await asOperator("post", `/admin/producers/${producer.id}/approve`).expect(200)
    expect((await trailOf(producer.id))[0]).toMatchObject({ act: "approve", actor_kind: "operator" })
    const { body } = await asOperator("get", `/admin/producers/${producer.id}`).expect(200)
    expect(body.history[0].actor_name).toBe(demo().admin.email)
  })
})

describe("the trail", () => {
  it.each([
    ["audit_entry", "update audit_entry set reason = 'khác'"],
    ["audit_entry", "delete from audit_entry"],
    ["audit_entry", "truncate audit_entry"],
    ["consent", "update consent set version = 'khác'"],
    ["consent", "delete from consent"],
  ])("of %s refuses: %s", async (table, statement) => {
    await expect(db().query(statement)).rejects.toThrow(`table ${table} is append-only`)
  })
})
