import { readFileSync } from "node:fs"
import { Client } from "pg"
import request from "supertest"

const base = process.env.TEST_BASE_URL ?? "http://localhost:9830"
const demo = JSON.parse(readFileSync(process.env.TEST_DEMO_JSON ?? ".local/demo.json", "utf8"))
const db = new Client({ connectionString: process.env.TEST_DATABASE_URL })
const http = () => request(base)

const HOME = "13966"
const NEIGHBOUR = "13834"
const random = () => Math.random().toString(36).slice(2, 10)
const phone = () => `+849${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`

let operator: string
let commune: { id: string; email: string; token: string }
let neighbour: { token: string }
let province: string

async function token(actor: string, login: { email: string; password: string }) {
  const { body } = await http().post(`/auth/${actor}/emailpass`).send({ email: login.email, password: login.password }).expect(200)
  return body.token as string
}

async function newOfficial(area_kind: string, area_code: string) {
  const email = `${random()}@thu.example.vn`
  const { body } = await asOperator("post", "/admin/officials").send({ email, name: "Cán bộ thử", area_kind, area_code }).expect(201)
  return { id: body.official.id as string, email, password: body.password as string, token: await token("official", { email, password: body.password }) }
}

const as = (bearer: string) => (method: "get" | "post", path: string) => http()[method](path).set("authorization", `Bearer ${bearer}`)
const asOperator = (method: "get" | "post", path: string) => as(operator)(method, path)

/** A household that has sent its registration; how it gets there is the registration's own spec. */
async function pendingProducer(more: { commune_code?: string; status?: string; name?: string; holding_key?: string } = {}) {
  const producer = { id: `prod_hh_thu_${random()}`, name: `Hộ thử ${random()}`, commune_code: HOME, status: "pending", holding_key: null, phone: phone(), ...more }
  await db.query(
    `insert into producer (id, name, handle, kind, status, phone, commune_code, makes, holding_key, submitted_at)
     values ($1, $2, $1, 'household', $3, $4, $5, 'Gốm thử', $6, now())`,
    [producer.id, producer.name, producer.status, producer.phone, producer.commune_code, producer.holding_key],
  )
  return producer
}

const stateOf = async (id: string) =>
  (await db.query("select status, status_reason, approved_at from producer where id = $1", [id])).rows[0]
const trailOf = async (id: string) =>
  (await db.query("select act, actor_kind, actor_id, reason from audit_entry where subject_id = $1 order by created_at", [id])).rows
const smsTo = async (to: string) => {
  const { text } = await http().get("/demo/messages").expect(200)
  const spoken = to.replace("+84", "0").replace(/^(\d{4})(\d{3})(\d{3})$/, "$1 $2 $3")
  return text.split("<li").filter((part) => part.includes(spoken)).join("\n")
}

beforeAll(async () => {
  await db.connect()
  operator = await token("user", demo.admin)
  commune = await newOfficial("commune", HOME)
  neighbour = await newOfficial("commune", NEIGHBOUR)
  province = (await newOfficial("province", "37")).token
})
afterAll(() => db.end())

describe("an official decides", () => {
  const act = (id: string, move: string, body = {}) => as(commune.token)("post", `/officials/me/producers/${id}/${move}`).send(body)

  it("approves: the household sells, hears of it and the act is on record", async () => {
    const producer = await pendingProducer()
    await act(producer.id, "approve").expect(200, { producer: { id: producer.id, status: "approved" } })
    expect((await stateOf(producer.id)).approved_at).toBeInstanceOf(Date)
    expect(await trailOf(producer.id)).toEqual([{ act: "approve", actor_kind: "official", actor_id: commune.id, reason: null }])
    const sms = await smsTo(producer.phone)
    expect(sms).toContain("đã được duyệt")
    expect(sms).toContain(`/market/producers/${producer.id}`)
  })

  it("refuses only with a reason, which the household reads", async () => {
    const producer = await pendingProducer()
    const bare = await act(producer.id, "refuse", { reason: "  " }).expect(400)
    expect(bare.body.message).toContain("lý do")
    expect((await stateOf(producer.id)).status).toBe("pending")
    await act(producer.id, "refuse", { reason: "Ảnh chưa rõ, xin chụp lại." }).expect(200)
    expect(await stateOf(producer.id)).toMatchObject({ status: "refused", status_reason: "Ảnh chưa rõ, xin chụp lại." })
    expect(await smsTo(producer.phone)).toContain("Lý do: Ảnh chưa rõ, xin chụp lại. Bạn sửa rồi gửi lại được")
  })

  it("suspends and lets sell again", async () => {
    const producer = await pendingProducer()
    await act(producer.id, "approve").expect(200)
    const { approved_at } = await stateOf(producer.id)
    await act(producer.id, "suspend", { reason: "Khách phản ánh" }).expect(200)
    expect(await stateOf(producer.id)).toMatchObject({ status: "suspended", status_reason: "Khách phản ánh" })
    await act(producer.id, "reinstate").expect(200)
    expect(await stateOf(producer.id)).toEqual({ status: "approved", status_reason: null, approved_at })
    expect((await trailOf(producer.id)).map((entry) => entry.act)).toEqual(["approve", "suspend", "reinstate"])
  })

  it("gets a clear conflict for a move the state does not allow, and nothing changes", async () => {
    const producer = await pendingProducer({ status: "draft" })
    const { body } = await act(producer.id, "approve").expect(409)
    expect(body.message).toContain("có người vừa quyết định trước")
    expect(await stateOf(producer.id)).toMatchObject({ status: "draft" })
    expect(await trailOf(producer.id)).toEqual([])
  })

  it("and another at the same moment make one decision", async () => {
    const producer = await pendingProducer()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        as(i % 2 ? commune.token : province)("post", `/officials/me/producers/${producer.id}/${i % 4 < 2 ? "approve" : "refuse"}`).send({
          reason: "Thử",
        }),
      ),
    )
    const codes = answers.map(({ status }) => status).sort()
    expect(codes).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const won = answers.find(({ status }) => status === 200)?.body.producer.status
    expect((await stateOf(producer.id)).status).toBe(won)
    expect(await trailOf(producer.id)).toHaveLength(1)
  })

  it("does not know moves that are not its own", async () => {
    const producer = await pendingProducer()
    await act(producer.id, "submit").expect(404)
    await act(producer.id, "approve", { reason: 5 }).expect(400)
    expect((await stateOf(producer.id)).status).toBe("pending")
  })
})

describe("an official sees its area", () => {
  it("and nothing of the commune beside it", async () => {
    const producer = await pendingProducer()
    const other = as(neighbour.token)
    await other("get", `/officials/me/producers/${producer.id}`).expect(404)
    await other("post", `/officials/me/producers/${producer.id}/approve`).expect(404)
    expect((await stateOf(producer.id)).status).toBe("pending")
    const { body } = await other("get", `/officials/me/producers?q=${encodeURIComponent(producer.name)}`).expect(200)
    expect(body.count).toBe(0)
    await as(province)("get", `/officials/me/producers/${producer.id}`).expect(200)
  })

  it("answers a foreign id as an unknown one", async () => {
    const producer = await pendingProducer()
    const known = await as(neighbour.token)("get", `/officials/me/producers/${producer.id}`)
    const unknown = await as(neighbour.token)("get", "/officials/me/producers/prod_hh_none")
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  })

  it("finds without marks, by phone and by state, waiting ones first", async () => {
    const producer = await pendingProducer({ name: `Gốm Bồ Bát ${random()} Đỗ` })
    const find = async (query: string) =>
      (await as(province)("get", `/officials/me/producers?${query}`).expect(200)).body as { count: number; producers: { id: string; status: string }[] }
    const tail = producer.name.split(" ")[3]
    expect((await find(`q=gom bo bat ${tail} do`)).producers.map(({ id }) => id)).toEqual([producer.id])
    expect((await find(`q=${producer.phone.replace("+84", "0")}`)).producers.map(({ id }) => id)).toEqual([producer.id])
    expect((await find(`q=${tail}&status=approved`)).count).toBe(0)
    expect((await find("limit=1")).producers[0]?.status).toBe("pending")
    expect((await find("status=nonsense&limit=x&offset=-1")).count).toBeGreaterThan(0)
    expect((await find("q='); drop table producer; --")).count).toBe(0)
  })

  it("reads shops of one owner inside it only, and never the tax code or its keys", async () => {
    const holding_key = random()
    const [here, twin, away] = [
      await pendingProducer({ holding_key }),
      await pendingProducer({ holding_key }),
      await pendingProducer({ holding_key, commune_code: NEIGHBOUR }),
    ]
    const { body, text } = await as(commune.token)("get", `/officials/me/producers/${here.id}`).expect(200)
    expect(body.same_owner.map(({ id }: { id: string }) => id)).toEqual([twin.id])
    expect(text).not.toContain(holding_key)
    expect(text).not.toContain(away.id)
    expect(text).not.toMatch(/cipher|holding_key/)
  })
})

describe("an official's login", () => {
  const login = (email: string, password: string) => http().post("/office/login").type("form").send({ email, password })

  it("opens the pages by a cookie that scripts cannot read", async () => {
    const { email, password } = await newOfficial("commune", HOME)
    const answer = await login(email, password).expect(303).expect("location", "/office")
    const cookie = String(answer.headers["set-cookie"])
    expect(cookie).toMatch(/vm_official=.*HttpOnly.*SameSite=Lax/)
    await http().get("/office").set("cookie", cookie.split(";")[0] ?? "").expect(200)
    await http().get("/office").expect(303).expect("location", "/office/login?to=%2Foffice")
  })

  it("does not tell an unknown e-mail from a wrong password, and stops guessing", async () => {
    const { email, password } = await newOfficial("commune", HOME)
    const page = (text: string) => text.replaceAll(email, "X").replaceAll(`khong-${email}`, "X")
    const wrong = await login(email, "sai").expect(401)
    const unknown = await login(`khong-${email}`, "sai").expect(401)
    expect(page(unknown.text).replaceAll("khong-X", "X")).toBe(page(wrong.text))
    await Promise.all(Array.from({ length: 9 }, () => login(email, "sai").expect(401)))
    await login(email, password).expect(429)
    await http().post("/auth/official/emailpass").send({ email, password }).expect(429)
  })

  it("only leads on within the office", async () => {
    const { email, password } = await newOfficial("commune", HOME)
    for (const to of ["https://evil.example", "//evil.example", "/market", "/office\\..\\evil"]) {
      await http().post("/office/login").type("form").send({ email, password, to }).expect(303).expect("location", "/office")
    }
  })

  it("ends at once when the operator closes the account, and a reset password replaces the old one", async () => {
    const official = await newOfficial("commune", HOME)
    await as(official.token)("get", "/officials/me").expect(200)
    await asOperator("post", `/admin/officials/${official.id}/deactivate`).expect(200)
    await as(official.token)("get", "/officials/me").expect(401)
    await login(official.email, official.password).expect(401)
    await asOperator("post", `/admin/officials/${official.id}/reactivate`).expect(200)
    const { body } = await asOperator("post", `/admin/officials/${official.id}/reset-password`).expect(200)
    await login(official.email, official.password).expect(401)
    await login(official.email, body.password).expect(303)
    expect((await trailOf(official.id)).map(({ act }) => act)).toEqual(["create", "deactivate", "reactivate", "reset-password"])
  })

  it("cannot be registered by anybody", async () => {
    await http().post("/auth/official/emailpass/register").send({ email: `${random()}@x.vn`, password: "matkhau123" }).expect(404)
  })
})

describe("the operator", () => {
  it("is refused an official of no area, without a name, or with an e-mail in use", async () => {
    const make = (body: object) => asOperator("post", "/admin/officials").send(body)
    const good = { email: `${random()}@x.vn`, name: "A", area_kind: "commune", area_code: HOME }
    await make({ ...good, area_code: "99999" }).expect(400)
    await make({ ...good, name: "" }).expect(400)
    await make({ ...good, email: demo.admin.email }).expect(422)
    const { rows } = await db.query("select 1 from official where email = $1", [good.email])
    expect(rows).toEqual([])
  })

  it("decides too, and is named in the trail", async () => {
    const producer = await pendingProducer()
    await asOperator("post", `/admin/producers/${producer.id}/approve`).expect(200)
    expect((await trailOf(producer.id))[0]).toMatchObject({ act: "approve", actor_kind: "operator" })
    const { body } = await asOperator("get", `/admin/producers/${producer.id}`).expect(200)
    expect(body.history[0].actor_name).toBe(demo.admin.email)
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
    await expect(db.query(statement)).rejects.toThrow(`table ${table} is append-only`)
  })
})
