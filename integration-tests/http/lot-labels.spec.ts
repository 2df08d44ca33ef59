import jsQR from "jsqr"
import {
  labelsOn,
  SHEET_FORMATS,
  SHEET_NAMES,
  type SheetName,
} from "../../plugins/village-market/src/modules/traceability/labels/sheet-formats"
import { placeOf } from "../../plugins/village-market/src/modules/traceability/labels/sheet-layout"
import { db } from "../harness/shop"
import { day, http, type Maker, newLot, page, twoMakers } from "./helpers/lots"
import { cut, pdfPictures } from "./helpers/pdf-picture"
import { pdfPages, pdfTexts } from "./helpers/pdf-text"

const DPI = 300

let owner: Maker
let stranger: Maker
let lot: { id: string; code: string }

beforeAll(async () => {
  ;[owner, stranger] = await twoMakers()
  lot = await newLot(owner, { expires_on: day(-90) })
})

const root = () => `/producer/lots/${lot.id}/labels`
const file = (maker: Maker, path: string) =>
  page(maker)("get", path)
    .set("accept-language", "vi")
    .buffer()
    .parse((res, done) => {
      const chunks: Buffer[] = []
      res.on("data", (chunk) => chunks.push(chunk))
      res.on("end", () => done(null, Buffer.concat(chunks)))
    })
const pdf = async (path: string): Promise<Buffer> =>
  (await file(owner, path).expect(200).expect("content-type", "application/pdf")).body

/** What a scanner reads at each place of each sheet, at 300 dots per inch. */
const scanned = (content: Buffer, name: SheetName) => {
  const format = SHEET_FORMATS[name]
  const dots = (points: number) => Math.floor((points / 72) * DPI)
  return pdfPictures(content, DPI).map((picture) =>
    Array.from({ length: labelsOn(name) }, (_, place) => {
      const [x, y] = placeOf(format, place)
      const one = cut(picture, dots(x), dots(y), dots(format.width), dots(format.height))
      const isEmpty = !one.data.includes(0)
      return isEmpty ? null : (jsQR(one.data, one.width, one.height)?.data ?? null)
    }),
  )
}

describe("sheets of labels", () => {
  it.each(SHEET_NAMES)("on %s are read by a scanner, each at its place", async (name) => {
    const onSheet = labelsOn(name)
    const [empty, copies] = onSheet > 1 ? [onSheet - 2, 3] : [0, 2]
    const content = await pdf(`${root()}.pdf?sheet=${name}&copies=${copies}&start=${empty + 1}`)
    expect(pdfPages(content)).toEqual(
      name.startsWith("a4")
        ? [
            [210, 297],
            [210, 297],
          ]
        : [
            [40, 30],
            [40, 30],
          ],
    )
    const found = scanned(content, name)
    const uri = expect.stringMatching(new RegExp(`/lot/${lot.code}$`))
    expect(found.flat().filter(Boolean)).toEqual(Array(copies).fill(uri))
    if (onSheet > 1) expect(found[0]?.slice(0, empty).some(Boolean)).toBe(false)
  })

  it("say in words what the code says, who made it, when, and that it is a trial", async () => {
    const words = pdfTexts(await pdf(`${root()}.pdf?sheet=a4-21&copies=1`)).join(" ")
    for (const word of [lot.code, "Bình gốm", "Hộ lô hàng", "HT ", "HSD ", "DỮ LIỆU THỬ NGHIỆM"])
      expect(words).toContain(word)
  })

  it("are as many as what is left of the lot, unless said otherwise", async () => {
    const form = await page(owner)("get", root()).expect(200)
    expect(form.text).toMatch(/name="copies"[^>]*value="10"|value="10"[^>]*name="copies"/)
    expect(form.text).not.toContain("<script")
    const codes = scanned(await pdf(`${root()}.pdf`), "a4-21")
      .flat()
      .filter(Boolean)
    expect(codes).toHaveLength(10)
  })

  it("are shown before printing", async () => {
    const form = await page(owner)("get", `${root()}?sheet=a4-65&copies=70&start=3`)
      .set("accept-language", "vi")
      .expect(200)
    expect(form.text).toContain("70 tem, 2 tờ.")
    const source = /<img[^>]* src="([^"]+labels\.svg[^"]*)"/.exec(form.text)?.[1]?.replaceAll("&amp;", "&")
    expect(source).toBe(`${root()}.svg?sheet=a4-65&copies=70&start=3`)
    await page(owner)("get", String(source))
      .expect(200)
      .expect("content-type", /image\/svg\+xml/)
  })

  it("keep the first printed address for good", async () => {
    await pdf(`${root()}.pdf`)
    const { rows } = await db().query("select printed_uri from lot where id = $1", [lot.id])
    expect(rows[0].printed_uri).toMatch(new RegExp(`/lot/${lot.code}$`))
  })

  it.each([
    ["sheet=a5-9", "Xin chọn loại giấy."],
    ["copies=0", "Xin nhập số tem từ 1 đến 1.000."],
    ["copies=1001", "Xin nhập số tem từ 1 đến 1.000."],
    ["copies=m%C6%B0%E1%BB%9Di", "Xin nhập số tem từ 1 đến 1.000."],
    ["copies=1e3", "Xin nhập số tem từ 1 đến 1.000."],
    ["sheet=a4-21&start=22", "Xin nhập số thứ tự một ô trên tờ giấy này."],
    ["start=0", "Xin nhập số thứ tự một ô trên tờ giấy này."],
  ])("are refused for %s, in a sentence", async (query, sentence) => {
    const form = await page(owner)("get", `${root()}?${query}`).set("accept-language", "vi").expect(400)
    expect(form.text).toContain(sentence)
    await page(owner)("get", `${root()}.pdf?${query}`).expect(400)
    await page(owner)("get", `${root()}.svg?${query}`).expect(400)
  })

  it("are nobody else's affair", async () => {
    for (const path of [root(), `${root()}.pdf`, `${root()}.svg`]) {
      await page(stranger)("get", path).expect(404)
      await http()
        .get(path)
        .redirects(0)
        .expect(303)
        .expect("location", /^\/producer\/login/)
    }
    await page(stranger)("post", root())
      .type("form")
      .send({ sheet: "a4-21", copies: "1", start: "1", serials: "1" })
      .expect(404)
  })

  it("are not printed any more for a lot that is off sale", async () => {
    const gone = await newLot(owner)
    await db().query("update lot set status = 'withdrawn' where id = $1", [gone.id])
    await page(owner)("get", `/producer/lots/${gone.id}/labels.pdf`).expect(409)
    await page(owner)("get", `/producer/lots/${gone.id}/labels`).expect(409, /không bán nữa|no longer on sale/)
  })
})

describe("numbers for single pieces", () => {
  const send = (fields: object) =>
    page(owner)("post", root())
      .type("form")
      .send({ sheet: "roll-40x30", start: "1", ...fields })
  const key = async () => (await page(owner)("get", root()).expect(200)).text.match(/name="key" value="([^"]+)"/)?.[1]
  const count = async () =>
    Number((await db().query("select count(*) from lot_serial where lot_id = $1", [lot.id])).rows[0].count)

  it("are made when they are asked for, one for each label, once for one form", async () => {
    const before = await count()
    const fields = { copies: "12", serials: "1", key: await key() }
    const [first, second] = await Promise.all([send(fields), send(fields)])
    expect(first.status).toBe(303)
    expect(second.headers.location).toBe(first.headers.location)
    expect(await count()).toBe(before + 12)
    const codes = scanned(await pdf(String(first.headers.location)), "roll-40x30").flat()
    expect(new Set(codes).size).toBe(12)
    const serials = codes.map((code) => new RegExp(`/lot/${lot.code}/([2-9A-HJ-NP-Z]{8})$`).exec(String(code))?.[1])
    expect(serials).not.toContain(undefined)
    const linkset = await http().get(`/lot/${lot.code}/${serials[0]}?linkType=linkset`).expect(200)
    expect(JSON.parse(linkset.text).linkset[0].anchor).toBe(codes[0])
    // Sorted, they are in no order of printing, and lie far apart.
    expect([...serials].sort()).not.toEqual(serials)
  })

  it("are not made without the tick, nor by looking", async () => {
    const before = await count()
    const reply = await send({ copies: "2", key: await key() }).expect(303)
    expect(reply.headers.location).not.toContain("batch")
    await page(owner)("get", `${root()}?serials=1&copies=2`).expect(200)
    await page(owner)("get", `${root()}.pdf?copies=2&batch=form:none`).expect(404)
    expect(await count()).toBe(before)
  })

  it("a wrong form comes back filled in", async () => {
    const reply = await send({ copies: "0", serials: "1", key: await key() }).expect(400)
    expect(reply.text).toContain('id="copies-error"')
    expect(reply.text).toMatch(/name="serials"[^>]*checked/)
  })
})
