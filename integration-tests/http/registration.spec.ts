import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { Client } from "pg"
import sharp from "sharp"
import request from "supertest"
import { BASE, type Browser, CONSENT_VERSION, e164, openBrowser, post, register, tokenFor } from "./helpers/phone-login"

const db = new Client({ connectionString: process.env.TEST_DATABASE_URL })
/** Where private files lie; known when the server runs on this machine's disk. */
const PRIVATE = join(process.env.LOCAL_DIR ?? ".local", "private")
const TAX = "0100109106"

let commune: { code: string; full_name: string }
let village: { id: string; name: string }
let photo: Buffer

beforeAll(async () => {
  await db.connect()
  const { rows } = await db.query(
    `select v.id, v.name, c.code, c.full_name from craft_village v join commune c on c.code = v.commune_code order by v.id limit 1`,
  )
  commune = rows[0]
  village = rows[0]
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#a0522d" } })
    .jpeg()
    .toBuffer()
})
afterAll(() => db.end())

const step = (browser: Browser, slug: string, form: Record<string, string>) =>
  post(browser, `/producer/register/${slug}`, form)

const row = async (phone: string) => (await db.query("select * from producer where phone = $1", [e164(phone)])).rows[0]

const files = async () => (await readdir(PRIVATE).catch(() => [])).sort()

/** Answers everything that is required, as one person after another would type it. */
async function fillIn(browser: Browser, name: string) {
  await step(browser, "name", { name, kind: "household" }).expect(303).expect("location", "/producer/register/commune")
  await step(browser, "commune", { commune_code: commune.code })
    .expect(303)
    .expect("location", "/producer/register/village")
  await step(browser, "village", { craft_village_id: village.id })
    .expect(303)
    .expect("location", "/producer/register/makes")
  await step(browser, "makes", { makes: "Ấm trà, bát ăn cơm" })
    .expect(303)
    .expect("location", "/producer/register/origin")
  await step(browser, "origin", { origin: "own_made" }).expect(303).expect("location", "/producer/register/tax")
}

describe("registration", () => {
  it("asks for the consent before anything else and keeps its version", async () => {
    const stranger = openBrowser()
    await stranger.get("/producer/register/phone").redirects(0).expect(303).expect("location", "/producer/register")
    await post(stranger, "/producer/register/phone", { phone: "0912345678" })
      .expect(303)
      .expect("location", "/producer/register")
    const page = await stranger.get("/producer/register").expect(200)
    expect(page.text).toContain("Người mua thấy gì")
    const refused = await post(stranger, "/producer/register", { version: CONSENT_VERSION }).expect(400)
    expect(refused.text).toContain("đánh dấu vào ô đồng ý")
    await post(stranger, "/producer/register", { agree: "yes", version: "2020-01-01" }).expect(400)

    const { phone } = await register()
    const { id } = await row(phone)
    const { rows } = await db.query("select version, language from consent where producer_id = $1", [id])
    expect(rows).toEqual([{ version: CONSENT_VERSION, language: "vi" }])
  })

  it("takes a household from consent to the wait for approval by forms alone", async () => {
    const { browser, phone } = await register()
    await fillIn(browser, "Gốm nhà bà Lan")
    await step(browser, "tax", { tax_code: "0100 109 106" }).expect(303).expect("location", "/producer/register/helper")
    await step(browser, "helper", { helper_name: "Cháu Minh", helper_phone: "0987 654 321" }).expect(303)
    const summary = await browser.get("/producer/register/summary").expect(200)
    for (const told of [
      "Gốm nhà bà Lan",
      commune.full_name,
      village.name,
      "Ấm trà, bát ăn cơm",
      "•••••••106",
      "0987 654 321",
    ]) {
      expect(summary.text).toContain(told)
    }
    expect(summary.text).not.toContain(TAX)
    await step(browser, "summary", {}).expect(303).expect("location", "/producer?submitted=1")
    const home = await browser.get("/producer?submitted=1").expect(200)
    expect(home.text).toContain("Chờ duyệt")
    const stored = await row(phone)
    expect(stored).toMatchObject({
      status: "pending",
      name: "Gốm nhà bà Lan",
      kind: "household",
      origin: "own_made",
      helper_phone: "+84987654321",
    })
    expect(stored.handle).toMatch(/^gom-nha-ba-lan(-\d+)?$/)
    expect(stored.submitted_at).toBeInstanceOf(Date)
    const { rows } = await db.query("select act from audit_entry where subject_id = $1 order by created_at", [
      stored.id,
    ])
    expect(rows.map(({ act }) => act)).toEqual(["register", "submit"])
    // A second tap on the button changes nothing.
    await step(browser, "summary", {}).expect(303).expect("location", "/producer")
  })

  it("goes on where it was left, and gives equal names different addresses", async () => {
    const first = await register()
    await step(first.browser, "name", { name: "Mây tre Ngọc Động", kind: "cooperative" }).expect(303)
    await first.browser.get("/producer").redirects(0).expect("location", "/producer/register/commune")
    await fillIn(first.browser, "Mây tre Ngọc Động")
    await step(first.browser, "summary", {}).expect(303)
    const second = await register()
    await fillIn(second.browser, "MÂY TRE ngọc động")
    await step(second.browser, "summary", {}).expect(303)
    const [one, two] = [await row(first.phone), await row(second.phone)]
    expect(one.handle).not.toBe(two.handle)
  })

  it("finds a commune without marks and by its former name", async () => {
    const { browser } = await register()
    const { rows } = await db.query(
      "select f.name, c.code from former_unit f join commune c on c.code = f.commune_code where f.name = 'Xã Yên Ninh' and c.province_code = '37' limit 1",
    )
    const page = await browser.get("/producer/register/commune?q=yen+ninh").expect(200)
    expect(page.text).toContain(`value="${rows[0].code}"`)
    expect(page.text).toContain("Xã Yên Ninh")
    const none = await browser.get("/producer/register/commune?q=%3Cb%3Eqqq").expect(200)
    expect(none.text).toContain("Không thấy xã nào")
    expect(none.text).not.toContain("<b>qqq")
  })

  it.each([
    ["name", { name: " x ", kind: "household" }, "ít nhất 2 chữ cái"],
    ["name", { name: "Gốm", kind: "king" }, "hộ gia đình, hợp tác xã hay công ty"],
    ["name", { name: "x".repeat(121), kind: "company" }, "dài quá 120"],
    ["commune", { commune_code: "00001" }, "chọn một xã hoặc phường"],
    ["commune", {}, "chọn một xã hoặc phường"],
    ["village", { craft_village_id: "nowhere" }, "chọn một làng nghề"],
    ["village", { craft_village_id: "elsewhere", other_village: "" }, "chọn một làng nghề"],
    ["makes", { makes: "  " }, "ít nhất một món"],
    ["origin", {}, "tự làm hay mua về"],
    ["tax", { tax_code: "123" }, "10 hoặc 13 số"],
    ["tax", { tax_code: "0100109107" }, "sai một số nào đó"],
    ["helper", { helper_name: "Minh", helper_phone: "12" }, "người giúp chưa đúng"],
  ])(
    "refuses a bad answer to %s with a sentence, and stores nothing",
    async (slug, form: Record<string, string>, sentence) => {
      const { browser, phone } = await register()
      const before = await row(phone)
      const { text } = await step(browser, slug, form).expect(400)
      expect(text).toContain(sentence)
      expect(await row(phone)).toEqual(before)
    },
  )

  it("does not hand in what is incomplete", async () => {
    const { browser, phone } = await register()
    await step(browser, "name", { name: "Nón lá", kind: "household" }).expect(303)
    const { text } = await step(browser, "summary", {}).expect(400)
    expect(text).toContain("Còn thiếu")
    expect((await row(phone)).status).toBe("draft")
  })

  it("keeps the tax code sealed, with one holding key for one owner", async () => {
    const [one, two] = [await register(), await register()]
    await step(one.browser, "tax", { tax_code: TAX }).expect(303)
    await step(two.browser, "tax", { tax_code: `${TAX}-001` }).expect(303)
    const [first, second] = [await row(one.phone), await row(two.phone)]
    expect(first.tax_code_cipher).toMatch(/^v1\./)
    expect(first.tax_code_cipher).not.toBe(second.tax_code_cipher)
    expect(first.holding_key).toBe(second.holding_key)
    const { rows } = await db.query("select 1 from producer p where p::text like '%' || $1 || '%'", [TAX])
    expect(rows).toEqual([])
    await step(one.browser, "tax", { tax_code: "" }).expect(303)
    expect((await row(one.phone)).holding_key).toBe(first.holding_key)
    await step(one.browser, "tax", { remove: "yes" }).expect(303)
    expect(await row(one.phone)).toMatchObject({ tax_code_cipher: null, holding_key: null })
  })

  it("records what changes in the identity after handing in", async () => {
    const { browser, phone } = await register()
    await fillIn(browser, "Rèn Vân Chàng")
    await step(browser, "summary", {}).expect(303)
    await step(browser, "name", { name: "Rèn Vân Chàng mới", kind: "household", back: "profile" })
      .expect(303)
      .expect("location", "/producer/profile")
    await step(browser, "story", { story: "Ba đời làm nghề." }).expect(303)
    const { id } = await row(phone)
    const { rows } = await db.query(
      "select detail from audit_entry where subject_id = $1 and act = 'change-identity'",
      [id],
    )
    expect(rows).toEqual([{ detail: { name: { from: "Rèn Vân Chàng", to: "Rèn Vân Chàng mới" } } }])
  })

  it("is served over JSON, changing only what is sent", async () => {
    const { browser, phone } = await register()
    await fillIn(browser, "Thêu Văn Lâm")
    await step(browser, "helper", { helper_name: "Cháu Minh", helper_phone: "0987654321" }).expect(303)
    await db.query("update login_code set created_at = created_at - interval '2 minutes' where phone = $1", [
      e164(phone),
    ])
    const auth = { authorization: `Bearer ${await tokenFor(phone)}` }
    const me = () => request(BASE).post("/producers/me").set(auth)
    const { body } = await me().send({ name: "Thêu ren Văn Lâm", tax_code: TAX }).expect(200)
    expect(body.producer).toMatchObject({
      name: "Thêu ren Văn Lâm",
      tax_code: "•••••••106",
      helper_phone: "+84987654321",
      missing: [],
    })
    expect(JSON.stringify(body)).not.toMatch(/cipher|holding/)
    const bad = await me().send({ name: "", kind: "king", tax_code: "1" }).expect(400)
    expect(bad.body.message).toContain("ít nhất 2 chữ cái")
    const unknown = await me().send({ status: "approved", holding_key: "x", id: "other" }).expect(200)
    expect(unknown.body.producer).toMatchObject({ status: "draft", id: body.producer.id })
    await me().send({ commune_code: "00004" }).expect(400)
    await request(BASE).post("/producers/me/submit").set(auth).expect(200)
    await request(BASE).post("/producers/me/submit").set(auth).expect(409)
  })
})

describe("evidence", () => {
  it("is stored privately and shown to its owner only", async () => {
    const before = await files()
    const { browser } = await register()
    await browser
      .post("/producer/register/origin")
      .field("origin", "own_made")
      .attach("file", photo, "xưởng.jpg")
      .redirects(0)
      .expect(303)
    expect((await files()).length).toBe(before.length + 1)
    const page = await browser.get("/producer/register/origin").expect(200)
    const path = /\/producer\/evidence\/evd_\w+/.exec(page.text)?.[0] ?? ""
    const own = await browser
      .get(path)
      .expect(200)
      .expect("content-type", /image\/jpeg/)
    expect(own.headers["x-content-type-options"]).toBe("nosniff")
    expect(own.headers["cache-control"]).toContain("no-store")
    expect((await sharp(own.body).metadata()).width).toBe(900)
    const other = await register()
    await other.browser.get(path).expect(404)
    await request(BASE).get(path).redirects(0).expect(303)
    const { rows } = await db.query("select file_key from evidence where id = $1", [path.split("/").pop()])
    await request(BASE).get(`/uploads/${rows[0].file_key}`).expect(404)
    await request(BASE).get(`/static/${rows[0].file_key}`).expect(404)
  })

  it("takes a PDF over JSON as a download", async () => {
    const { phone } = await register()
    await db.query("update login_code set created_at = created_at - interval '2 minutes' where phone = $1", [
      e164(phone),
    ])
    const auth = { authorization: `Bearer ${await tokenFor(phone)}` }
    const { body } = await request(BASE)
      .post("/producers/me/evidence")
      .set(auth)
      .field("kind", "bought_in")
      .field("issued_on", "2026-01-31")
      .attach("file", Buffer.from("%PDF-1.7\n"), "hoa-don.pdf")
      .expect(201)
    expect(body.evidence).toMatchObject({
      kind: "bought_in",
      mime_type: "application/pdf",
      status: "unverified",
      issued_on: "2026-01-31",
    })
    expect(body.evidence.file_key).toBeUndefined()
    const file = await request(BASE).get(`/producers/me/evidence/${body.evidence.id}`).set(auth).expect(200)
    expect(file.headers["content-disposition"]).toMatch(/^attachment/)
    const list = await request(BASE).get("/producers/me/evidence").set(auth).expect(200)
    expect(list.body.evidence).toHaveLength(1)
    const add = () => request(BASE).post("/producers/me/evidence").set(auth)
    await add().field("kind", "bought_in").expect(400)
    await add().field("kind", "gold").attach("file", photo, "a.jpg").expect(400)
    await add().field("kind", "ocop").field("issued_on", "31/01/2026").attach("file", photo, "a.jpg").expect(400)
    await add().field("kind", "ocop").field("listing_id", "of-somebody-else").attach("file", photo, "a.jpg").expect(404)
    await add().attach("photo", photo, "a.jpg").expect(400)
  })

  it("refuses bombs, renamed text, damaged and huge files with a sentence, leaving nothing on disk", async () => {
    const bomb = await sharp({
      create: { width: 16_000, height: 16_000, channels: 3, background: "#fff" },
      limitInputPixels: false,
    })
      .png()
      .toBuffer()
    const { browser, phone } = await register()
    const [before, disk] = [await row(phone), await files()]
    const cases: [Buffer, number, string][] = [
      [bomb, 400, "40 triệu điểm ảnh"],
      [Buffer.from("chỉ là chữ"), 400, "không phải ảnh"],
      [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"), 400, "không phải ảnh"],
      [photo.subarray(0, photo.length / 2), 400, "bị hỏng"],
      [Buffer.alloc(30 * 1024 * 1024), 413, "quá 12 MB"],
    ]
    for (const [bytes, status, sentence] of cases) {
      const { text } = await browser
        .post("/producer/register/origin")
        .field("origin", "own_made")
        .attach("file", bytes, "photo.jpg")
        .expect(status)
      expect(text).toContain(sentence)
    }
    expect(await row(phone)).toEqual(before)
    expect(await files()).toEqual(disk)
    const { rows } = await db.query("select 1 from evidence where producer_id = $1", [before.id])
    expect(rows).toEqual([])
  })
})
