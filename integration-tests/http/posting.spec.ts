import { randomBytes } from "node:crypto"
import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import request from "supertest"
import { db } from "../harness/shop"
import { variable } from "../harness/variable"
import { count, inStore, type Keeper, keeper, picture, post } from "./helpers/listings"
import { BASE } from "./helpers/phone-login"

/** Pages as a browser without script sends them. */
const pagesOf = ({ token }: Keeper) => {
  const cookie = `vm_producer=${token}`
  const path = (to: string) => `/producer/products${to}`
  return {
    get: (to: string) => request(BASE).get(path(to)).set("cookie", cookie).redirects(0),
    send: (to: string, form: object = {}) =>
      request(BASE).post(path(to)).set("cookie", cookie).type("form").send(form).redirects(0),
    sendFile: (to: string, field: string, bytes: Buffer, more: Record<string, string> = {}) => {
      const asked = request(BASE).post(path(to)).set("cookie", cookie).redirects(0)
      for (const [name, value] of Object.entries(more)) asked.field(name, value)
      return asked.attach(field, bytes, "anh.jpg")
    },
  }
}

const newDraft = () => `lsd_${randomBytes(16).toString("hex")}`

const ANSWERS = [
  ["name", { title: "Khăn tơ tằm", description: "Dệt tay." }],
  ["shelf", { category_id: "do-go", material: "tơ" }],
  ["price", { price: "1.250.000", unit: "chiếc" }],
  ["stock", { stock: "12" }],
  ["weight", { weight: "0,2", weight_unit: "kg" }],
  ["ocop", { ocop_stars: "4", ocop_decided_on: "2025-12-24" }],
] as const

/** Answers every question of a fresh draft, with a photo when asked. */
async function filled(who: Keeper, photo?: Buffer) {
  const pages = pagesOf(who)
  const draft = newDraft()
  const first = photo ? pages.sendFile("/new", "photo", photo, { draft }) : pages.send("/new", { draft, skip: "1" })
  await first.expect(303).expect("location", `/producer/products/new/${draft}/name`)
  for (const [question, answer] of ANSWERS) await pages.send(`/new/${draft}/${question}`, answer).expect(303)
  return draft
}

const placeOf = ({ headers }: { headers: Record<string, string | undefined> }) => headers.location ?? ""

const textOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")

const uploads = join(dirname(variable("TEST_DEMO_JSON")), "uploads")
const filesOnDisk = () => readdirSync(uploads, { recursive: true }).map(String).sort()

let owner: Keeper

beforeAll(async () => {
  owner = await keeper()
})

describe("posting without JavaScript", () => {
  it("asks one question a screen, shows the whole and posts it with its photo", async () => {
    const pages = pagesOf(owner)
    const draft = await filled(owner, await picture())
    const preview = await pages.get(`/new/${draft}/preview`).expect(200)
    const shown = textOf(preview.text)
    for (const said of ["Khăn tơ tằm", "Dệt tay.", "1.250.000 ₫ / chiếc", "12 chiếc", "200 g", "4 sao, 24/12/2025"]) {
      expect(shown.replace(/\u00a0/g, " ")).toContain(said)
    }
    const place = placeOf(await pages.send(`/new/${draft}/preview`).expect(303))
    expect(place).toMatch(/^\/producer\/products\/lst_\w+\?posted=1$/)
    const id = place.slice("/producer/products/".length, -"?posted=1".length)
    const { body } = await owner.as("get", `/${id}`).expect(200)
    expect(body.listing).toMatchObject({
      ...{ title: "Khăn tơ tằm", price: 1_250_000, unit: "chiếc", stock: 12, weight_grams: 200, material: "tơ" },
      ...{ ocop_stars: 4, ocop_status: "unverified", ocop_decided_on: "2025-12-24", published: true },
    })
    expect(body.listing.photos).toHaveLength(1)
    expect((await inStore(body.listing.product_id)).thumbnail).toMatch(/480\.jpeg$/)
    expect(textOf((await pages.get(`/${id}?posted=1`).expect(200)).text)).toContain("khách thấy sản phẩm này trên chợ")
    // The draft is gone from the list, and its address leads to the product.
    expect((await pages.get("").expect(200)).text).not.toContain(draft)
    await pages.get(`/new/${draft}/name`).expect(303).expect("location", `/producer/products/${id}?posted=1`)
  })

  it("makes one product of six taps on the last button, and one draft of six on the first", async () => {
    const pages = pagesOf(owner)
    const photo = await picture(300, 300)
    const id = newDraft()
    const firsts = await Promise.all(
      Array.from({ length: 6 }, () => pages.sendFile("/new", "photo", photo, { draft: id })),
    )
    expect(new Set(firsts.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1)
    expect(await count("photo", `where listing_id = '${id}'`)).toBe(1)

    const draft = await filled(owner)
    const before = await count("product")
    const taps = await Promise.all(Array.from({ length: 6 }, () => pages.send(`/new/${draft}/preview`)))
    expect(taps.map(({ status }) => status)).toEqual(Array(6).fill(303))
    expect(new Set(taps.map(({ headers }) => headers.location)).size).toBe(1)
    expect(await count("product")).toBe(before + 1)
  })

  it("leads to the question that is still open, also from the last button", async () => {
    const pages = pagesOf(owner)
    const draft = newDraft()
    await pages.send("/new", { draft, skip: "1" }).expect(303)
    await pages.send(`/new/${draft}/name`, { title: "Nón lá" }).expect(303)
    await pages.get(`/new/${draft}/preview`).expect(303).expect("location", `/producer/products/new/${draft}/shelf`)
    await pages.send(`/new/${draft}/preview`).expect(303).expect("location", `/producer/products/new/${draft}/shelf`)
    expect((await pages.get("").expect(200)).text).toContain("Nón lá")
  })

  it("says what is wrong in the form and shows again what was typed", async () => {
    const pages = pagesOf(owner)
    const draft = newDraft()
    await pages.send("/new", { draft, skip: "1" }).expect(303)
    const { text } = await pages.send(`/new/${draft}/price`, { price: "12,5", unit: "<b>cái" }).expect(400)
    expect(text).toContain("Giá là số đồng chẵn")
    expect(text).toContain('value="12,5"')
    expect(text).toContain("&lt;b&gt;cái")
    expect(text).not.toContain("<b>cái")
  })

  it.each([
    ["a text file", () => Buffer.from("không phải ảnh"), 400, "không phải là ảnh"],
    ["30 MB", () => Buffer.alloc(30 * 1024 * 1024, 1), 413, "nặng quá 12 MB"],
  ])("refuses %s on the first screen and starts nothing", async (_what, bytes, status, sentence) => {
    const draft = newDraft()
    const [files, photos] = [filesOnDisk(), await count("photo")]
    const { text } = await pagesOf(owner).sendFile("/new", "photo", bytes(), { draft }).expect(status)
    expect(text).toContain(sentence)
    expect([filesOnDisk(), await count("photo")]).toEqual([files, photos])
  })

  it("throws a draft away with its photos and nothing else", async () => {
    const kept = await post(owner)
    await owner
      .as("post", `/${kept.id}/photos`)
      .attach("photo", await picture(), "anh.jpg")
      .expect(201)
    const [files, photos] = [filesOnDisk(), await count("photo")]
    for (const photo of [await picture(), undefined]) {
      const draft = await filled(owner, photo)
      await pagesOf(owner).send(`/new/${draft}/discard`).expect(303)
      await pagesOf(owner).get(`/new/${draft}/name`).expect(404)
    }
    expect([filesOnDisk(), await count("photo")]).toEqual([files, photos])
  })
})

describe("a failure half-way", () => {
  const refuse = async (table: string, column: string, value: string, job: () => Promise<unknown>) => {
    const name = `refuse_${randomBytes(4).toString("hex")}`
    await db().query(
      `create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    )
    await db().query(
      `create trigger ${name} before insert or update on ${table} for each row when (new.${column} = '${value}') execute function ${name}()`,
    )
    try {
      await job()
    } finally {
      await db().query(`drop function ${name} cascade`)
    }
  }
  const everything = async () => [
    ...[await count("listing"), await count("product"), await count("inventory_item"), await count("photo")],
    filesOnDisk(),
  ]

  it("leaves nothing of a listing, and the draft and its photo can be posted again", async () => {
    const who = await keeper()
    const pages = pagesOf(who)
    const draft = await filled(who, await picture())
    const before = await everything()
    await refuse("product", "status", "published", async () => {
      await pages.send(`/new/${draft}/preview`).expect(500)
    })
    await refuse("listing", "producer_id", who.id, async () => {
      await pages.send(`/new/${draft}/preview`).expect(500)
    })
    expect(await everything()).toEqual(before)
    const place = placeOf(await pages.send(`/new/${draft}/preview`).expect(303))
    const id = /lst_\w+/.exec(place)?.[0]
    expect((await who.as("get", `/${id}`).expect(200)).body.listing.photos).toHaveLength(1)
  })

  it("leaves no file of a photo that could not be kept", async () => {
    const { id } = await post(owner)
    const before = await everything()
    await refuse("photo", "listing_id", id, async () => {
      await owner
        .as("post", `/${id}/photos`)
        .attach("photo", await picture(), "anh.jpg")
        .expect(500)
    })
    expect(await everything()).toEqual(before)
  })
})

describe("the edit page", () => {
  it("saves price and pieces, and leaves alone the pieces nobody touched", async () => {
    const pages = pagesOf(owner)
    const { id, product_id } = await post(owner)
    const quick = (more: object) =>
      pages.send(`/${id}/quick`, { price: "250.000", unit: "cái", stock: "7", stock_seen: "7", ...more })
    await quick({ price: "260.000", stock: "9" }).expect(303).expect("location", `/producer/products/${id}?done=saved`)
    expect((await owner.as("get", `/${id}`)).body.listing).toMatchObject({ price: 260_000, stock: 9 })
    // Opened when there were 7, saved with 7: only the price was meant.
    await quick({ price: "270.000" }).expect(303)
    expect((await owner.as("get", `/${id}`)).body.listing).toMatchObject({ price: 270_000, stock: 9 })
    const late = await quick({ stock: "5" }).expect(400)
    expect(late.text).toContain("Số lượng vừa đổi thành 9")
    expect((await inStore(product_id)).variants[0].calculated_price.calculated_amount).toBe(270_000)
  })

  it("hides with a way back, copies, and takes photos and their order", async () => {
    const pages = pagesOf(owner)
    const { id } = await post(owner)
    await pages.send(`/${id}/hide`).expect(303).expect("location", `/producer/products/${id}?done=hidden`)
    expect((await pages.get(`/${id}?done=hidden`)).text).toContain("Hiện lại")
    await pages.send(`/${id}/show`).expect(303)
    await pages
      .send(`/${id}/copy`)
      .expect(303)
      .expect("location", /lst_\w+\?done=copied$/)
    for (const width of [300, 310]) await pages.sendFile(`/${id}/photo`, "photo", await picture(width, 300)).expect(303)
    const order = async () =>
      (await owner.as("get", `/${id}`)).body.listing.photos.map(({ id, width }: { id: string; width: number }) => ({
        id,
        width,
      }))
    const [first, second] = await order()
    await pages.send(`/${id}/photo`, { forward: second.id }).expect(303)
    expect(await order()).toEqual([second, first])
    await pages.send(`/${id}/photo`, { remove: second.id }).expect(303)
    expect(await order()).toEqual([first])
  })

  it("keeps an OCOP certificate for officials only", async () => {
    const { id } = await post(owner, { ocop_stars: 3 })
    await pagesOf(owner)
      .sendFile(`/${id}/certificate`, "certificate", await picture())
      .expect(303)
    const { rows } = await db().query("select kind, status, producer_id from evidence where listing_id = $1", [id])
    expect(rows).toEqual([{ kind: "ocop", status: "unverified", producer_id: owner.id }])
    const bad = await pagesOf(owner).sendFile(`/${id}/certificate`, "certificate", Buffer.from("x")).expect(400)
    expect(bad.text).toContain('class="error"')
  })
})

describe("other shops", () => {
  it("tells one that waits, and lets it prepare", async () => {
    const waiting = await keeper("pending")
    const draft = await filled(waiting)
    const place = placeOf(await pagesOf(waiting).send(`/new/${draft}/preview`).expect(303))
    const { text } = await pagesOf(waiting).get(place.replace("/producer/products", "")).expect(200)
    expect(text).toContain("khi gian hàng được duyệt")
    expect((await pagesOf(waiting).get("")).text).toContain("Chờ duyệt gian hàng")
  })

  it("tells one that is suspended, and leads back one that has not registered", async () => {
    const stopped = await keeper("suspended")
    await post(stopped)
    expect((await pagesOf(stopped).get("")).text).toContain("Gian hàng tạm ngừng")
    const draft = pagesOf(await keeper("draft"))
    for (const to of ["", "/new"]) await draft.get(to).expect(303).expect("location", "/producer")
    await draft.send("/new", { draft: newDraft(), skip: "1" }).expect(303).expect("location", "/producer")
  })

  it("finds nothing of another's drafts and products, and cannot start a draft under another's id", async () => {
    const another = pagesOf(await keeper())
    const draft = await filled(owner)
    const { id } = await post(owner)
    await another.get(`/new/${draft}/name`).expect(404)
    await another.send(`/new/${draft}/preview`).expect(404)
    await another.send(`/new/${draft}/discard`).expect(404)
    await another.send("/new", { draft, skip: "1" }).expect(404)
    await another.send("/new", { draft: "lst_x", skip: "1" }).expect(404)
    await another.get(`/${id}`).expect(404)
    for (const act of ["quick", "hide", "copy", "photo", "constructor"]) await another.send(`/${id}/${act}`).expect(404)
    await another.get("").expect(200)
  })
})
