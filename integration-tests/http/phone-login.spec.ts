import { Client } from "pg"
import request from "supertest"
import {
  BASE,
  CONSENT_VERSION,
  e164,
  lastCode,
  messagesTo,
  openBrowser,
  post,
  randomPhone,
  register,
  somewhere,
  tokenFor,
} from "./helpers/phone-login"

const db = new Client({ connectionString: process.env.TEST_DATABASE_URL })
beforeAll(() => db.connect())
afterAll(() => db.end())

const ask = (phone: string, consent_version: string | undefined = CONSENT_VERSION) =>
  request(BASE).post("/auth/producer/phone").set("x-forwarded-for", somewhere()).send({ phone, consent_version })
const answer = (phone: string, code: string) =>
  request(BASE).post("/auth/producer/phone/callback").send({ phone, code })
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0")
/** Lets time pass for a phone's codes. */
const age = (phone: string, seconds: number) =>
  db.query(
    `update login_code set created_at = created_at - make_interval(secs => $2), expires_at = expires_at - make_interval(secs => $2)
     where phone = $1`,
    [e164(phone), seconds],
  )

describe("login by phone and code", () => {
  it("keeps the code in clear in no table", async () => {
    const phone = randomPhone()
    await ask(phone).expect(200)
    const code = await lastCode(phone)
    await answer(phone, wrong(code)).expect(401)
    await answer(phone, code).expect(200)
    const { rows: tables } = await db.query<{ name: string }>(
      "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["login_code", "notification", "provider_identity"]),
    )
    const holding: string[] = []
    for (const { name } of tables) {
      // Digits inside longer numbers (timestamps, counters) are not the code.
      const { rows } = await db.query(
        `select 1 from ${name} t where t::text ~ ('(^|[^0-9.])' || $1 || '([^0-9]|$)') limit 1`,
        [code],
      )
      if (rows.length > 0) holding.push(name)
    }
    expect(holding).toEqual([])
    const { rows } = await db.query("select * from login_code where phone = $1", [e164(phone)])
    expect(rows).toHaveLength(1)
    expect(rows[0].code_hash).not.toContain(code)
    expect(rows[0].address_hash).not.toMatch(/127\.0\.0\.1|::1/)
    expect(rows[0].code_hash).toHaveLength(43)
  })

  it("compares five guesses at most, even when twenty come at once", async () => {
    const phone = randomPhone()
    await ask(phone).expect(200)
    const code = await lastCode(phone)
    const guesses = await Promise.all(Array.from({ length: 20 }, () => answer(phone, wrong(code))))
    expect(guesses.map(({ status }) => status)).toEqual(Array(20).fill(401))
    const { rows } = await db.query("select tries, used_at from login_code where phone = $1", [e164(phone)])
    expect(rows).toEqual([{ tries: 5, used_at: null }])
    await answer(phone, code).expect(401)
  })

  it("lets the right code in once, also when it is sent many times at once", async () => {
    const phone = randomPhone()
    await ask(phone).expect(200)
    const code = await lastCode(phone)
    const answers = await Promise.all(Array.from({ length: 5 }, () => answer(phone, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await answer(phone, code).expect(401)
  })

  it("takes a code as people type it, and not after five minutes", async () => {
    const phone = randomPhone()
    await ask(phone).expect(200)
    const code = await lastCode(phone)
    await age(phone, 301)
    await answer(phone, code).expect(401)
    await ask(phone).expect(200)
    const fresh = await lastCode(phone)
    await answer(e164(phone), ` ${fresh.slice(0, 3)} ${fresh.slice(3)} `).expect(200)
  })

  it("takes the newest code only", async () => {
    const phone = randomPhone()
    await ask(phone).expect(200)
    const first = await lastCode(phone)
    await age(phone, 61)
    await ask(phone).expect(200)
    const second = await lastCode(phone)
    if (first !== second) await answer(phone, first).expect(401)
    await answer(phone, second).expect(200)
  })

  it("does not take one phone's code for another", async () => {
    const [mine, yours] = [randomPhone(), randomPhone()]
    await ask(mine).expect(200)
    await ask(yours).expect(200)
    const code = await lastCode(mine)
    if (code !== (await lastCode(yours))) await answer(yours, code).expect(401)
  })

  it("sends one code a minute, five an hour, ten a day, and says how long to wait", async () => {
    const phone = randomPhone()
    await ask(phone).expect(200)
    const early = await ask(phone).expect(429)
    expect(Number(early.headers["retry-after"])).toBeGreaterThan(50)
    expect(early.body.message).toMatch(/chờ \d+ giây/)
    for (let sent = 1; sent < 5; sent++) {
      await age(phone, 61)
      await ask(phone).expect(200)
    }
    await age(phone, 61)
    expect(Number((await ask(phone).expect(429)).headers["retry-after"])).toBeGreaterThan(3000)
    for (let sent = 5; sent < 10; sent++) {
      await age(phone, 3600)
      await ask(phone).expect(200)
    }
    await age(phone, 3600)
    await ask(phone).expect(429)
    await age(phone, 24 * 3600)
    await ask(phone).expect(200)
  })

  it("sends one code when ten requests for a phone race", async () => {
    const phone = randomPhone()
    const asked = await Promise.all(Array.from({ length: 10 }, () => ask(phone)))
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await messagesTo(phone)).toHaveLength(1)
  })

  it("lets a hundred phones behind one address get their codes at once", async () => {
    const address = `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}:7`
    const phones = Array.from({ length: 100 }, randomPhone)
    const asked = await Promise.all(
      phones.map((phone, index) => ask(phone).set("x-forwarded-for", `${address}::${(index + 1).toString(16)}`)),
    )
    expect(asked.filter(({ status }) => status !== 200)).toEqual([])
    const { rows } = await db.query(
      "select count(distinct address_hash)::int as addresses from login_code where phone = any($1)",
      [phones.map(e164)],
    )
    // One /64 network is one address, however many hosts it has.
    expect(rows).toEqual([{ addresses: 1 }])
    // 200 more fill the measure of 300 in ten minutes.
    await db.query(
      `insert into login_code (id, phone, code_hash, address_hash, expires_at)
       select 'otp_test_' || md5(random()::text || n), '+84000000000', 'x', (select address_hash from login_code where phone = $1), now()
       from generate_series(1, 200) n`,
      [e164(phones[0] ?? "")],
    )
    const refused = await ask(randomPhone()).set("x-forwarded-for", `${address}::ffff`).expect(429)
    expect(refused.body.message).toContain("Nơi bạn đang truy cập")
    await ask(randomPhone()).set("x-forwarded-for", "2001:db8:ffff:9::1").expect(200)
  })

  it("counts by the connection, not by a header that Medusa's route would pass on", async () => {
    const phone = randomPhone()
    await request(BASE)
      .get("/auth/producer/phone")
      .set("x-village-market-client-address", "198.51.100.77")
      .send({ phone })
    const other = randomPhone()
    await request(BASE).post("/auth/producer/phone").send({ phone: other }).expect(200)
    const { rows } = await db.query("select address_hash from login_code where phone = any($1)", [
      [e164(phone), e164(other)],
    ])
    expect(rows[0]).toEqual(rows[1])
  })

  it("answers a stranger's phone like a shop's, and sends its owner to the registration", async () => {
    const { phone: shop } = await register()
    const stranger = randomPhone()
    await age(shop, 61)
    const [known, unknown] = await Promise.all([
      request(BASE).post("/auth/producer/phone").send({ phone: shop }),
      request(BASE).post("/auth/producer/phone").send({ phone: stranger }),
    ])
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect((await messagesTo(stranger))[0]).toContain("chưa có gian hàng")
    await request(BASE).post("/auth/producer/phone").send({ phone: stranger }).expect(429)
    const { rows } = await db.query("select 1 from provider_identity where entity_id = $1", [e164(stranger)])
    expect(rows).toEqual([])
  })

  it("logs in over JSON and serves the own profile", async () => {
    const { phone } = await register()
    await age(phone, 61)
    const token = await tokenFor(phone)
    const { body } = await request(BASE).get("/producers/me").set("authorization", `Bearer ${token}`).expect(200)
    expect(body.producer).toMatchObject({ phone: e164(phone), status: "draft", tax_code: null })
    expect(Object.keys(body.producer)).not.toEqual(expect.arrayContaining(["tax_code_cipher"]))
    await request(BASE).get("/producers/me").expect(401)
    await request(BASE).get("/producers/me").set("authorization", "Bearer nonsense").expect(401)
  })

  it("registers over JSON, with the consent", async () => {
    const phone = randomPhone()
    const token = await tokenFor(phone, CONSENT_VERSION)
    const auth = { authorization: `Bearer ${token}` }
    await request(BASE).get("/producers/me").set(auth).expect(401)
    await request(BASE).post("/producers").set(auth).send({ consent_version: "1999" }).expect(400)
    const { body } = await request(BASE)
      .post("/producers")
      .set(auth)
      .send({ consent_version: CONSENT_VERSION })
      .expect(201)
    await request(BASE).post("/producers").set(auth).send({ consent_version: CONSENT_VERSION }).expect(200)
    const fresh = await request(BASE).post("/auth/token/refresh").set(auth).expect(200)
    const own = await request(BASE).get("/producers/me").set("authorization", `Bearer ${fresh.body.token}`).expect(200)
    expect(own.body.producer.id).toBe(body.producer.id)
  })

  it("refuses what is no phone, and registration through Medusa's own route", async () => {
    for (const phone of ["", "12345", "+4912345678", { $ne: "" }, null, "0912345678' or 1=1"]) {
      const { body } = await request(BASE).post("/auth/producer/phone").send({ phone }).expect(400)
      expect(body.message).toContain("10 chữ số")
    }
    await request(BASE).post("/auth/producer/phone/register").send({ phone: randomPhone(), code: "123456" }).expect(401)
    await request(BASE).post("/auth/customer/phone").send({ phone: randomPhone() }).expect(400)
  })

  it("works by forms without script, and logs out", async () => {
    const { browser, phone } = await register()
    await browser.get("/producer").redirects(0).expect(303).expect("location", "/producer/register/name")
    await post(browser, "/producer/logout", {}).expect(303)
    await browser.get("/producer").redirects(0).expect(303).expect("location", "/producer/login?to=%2Fproducer")
    await post(browser, "/producer/login", { phone }).expect(429)
    await age(phone, 61)
    await post(browser, "/producer/login", { phone, to: "/producer/profile" })
      .expect(303)
      .expect("location", "/producer/login/code")
    const page = await browser.get("/producer/login/code").expect(200)
    expect(page.text).toMatch(/autocomplete="one-time-code"/)
    const missed = await post(browser, "/producer/login/code", { code: "" }).expect(400)
    expect(missed.text).toContain("Xin nhập mã")
    await post(browser, "/producer/login/code", { code: wrong(await lastCode(phone)) }).expect(401)
    await post(browser, "/producer/login/code", { resend: "1" }).expect(429)
    await post(browser, "/producer/login/code", { code: await lastCode(phone) })
      .expect(303)
      .expect("location", "/producer/profile")
  })

  it("never sends a browser to another site after login", async () => {
    const { phone } = await register()
    const browser = openBrowser()
    await age(phone, 61)
    await post(browser, "/producer/login", { phone, to: "//evil.example" }).expect(303)
    await post(browser, "/producer/login/code", { code: await lastCode(phone) }).expect("location", "/producer")
  })
})
