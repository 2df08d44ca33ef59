import jsQR from "jsqr"
import sharp from "sharp"
import { db } from "../harness/shop"
import { countRows, day, http, type Maker, newLot, page, twoMakers } from "./helpers/lots"

let owner: Maker

beforeAll(async () => {
  ;[owner] = await twoMakers()
})

describe("the pages of the producer", () => {
  it("open a lot without script, once however often the form is sent", async () => {
    await page(owner)("get", "/producer").expect(200, /href="\/producer\/lots"/)
    const form = await page(owner)("get", `/producer/lots/new?listing=${owner.listing}`).expect(200)
    const key = form.text.match(/name="key" value="([^"]+)"/)?.[1]
    expect(form.text).not.toContain("<script")
    const fields = {
      key,
      listing_id: owner.listing,
      quantity: "1.200",
      made_on: day(1),
      expires_on: "",
      date_packing: day(1),
      date_materials: day(8),
    }
    const send = () => page(owner)("post", "/producer/lots/new").type("form").send(fields)
    const [first, second] = [await send().expect(303), await send().expect(303)]
    expect(second.headers.location).toBe(first.headers.location)
    const lot = await page(owner)("get", String(first.headers.location)).expect(200)
    expect(lot.text).toContain("Đã mở lô hàng")
    expect(lot.text).toContain("1.200")
    expect(lot.text).toContain("Đóng gói")
  })

  it("give a wrong form back filled in, with a sentence at its field", async () => {
    const before = await countRows("lot", "producer_id", owner.id)
    const reply = await page(owner)("post", "/producer/lots/new")
      .type("form")
      .send({ listing_id: owner.listing, quantity: "mười", made_on: day(-3) })
      .expect(400)
    expect(reply.text).toContain('value="mười"')
    expect(reply.text).toContain('id="quantity-error"')
    expect(reply.text).toContain('id="made_on-error"')
    expect(reply.text).toContain("Xin điền ngày cho ít nhất một công đoạn.")
    expect(await countRows("lot", "producer_id", owner.id)).toBe(before)
  })

  it("add a step, and tell what is wrong with another", async () => {
    const { id } = await newLot(owner)
    const send = (fields: object) => page(owner)("post", `/producer/lots/${id}`).type("form").send(fields)
    await send({ step: "packing", happened_at: day(0), note: "Hộp giấy" }).expect(303)
    await page(owner)("get", `/producer/lots/${id}`).expect(200, /Hộp giấy/)
    const wrong = await send({ happened_at: day(0), note: "0912345678" }).expect(400)
    expect(wrong.text).toContain("Xin chọn một công đoạn")
    expect(wrong.text).toContain("có vẻ có số điện thoại")
    expect(await countRows("epcis_event", "lot_id", id)).toBe(4)
  })

  it("turn away a form that another site sent", async () => {
    await page(owner)("post", "/producer/lots/new")
      .set("origin", "https://evil.example")
      .type("form")
      .send({})
      .expect(403)
  })
})

describe("the label", () => {
  it.each(["svg", "png"])("as %s leads to the lot; its first address is kept", async (type) => {
    const { id, code } = await newLot(owner)
    const reply = await page(owner)("get", `/producer/lots/${id}/label.${type}`).buffer(true).expect(200)
    expect(reply.headers["content-type"]).toContain(type === "svg" ? "image/svg+xml" : "image/png")
    const uri = await decode(type === "svg" ? await sharp(reply.body).png().toBuffer() : reply.body)
    expect(uri).toMatch(new RegExp(`/lot/${code}$`))
    const { rows } = await db().query("select printed_uri from lot where id = $1", [id])
    expect(rows[0].printed_uri).toBe(uri)
    await http()
      .get(new URL(String(uri)).pathname)
      .expect(200)
    if (type === "svg") {
      const svg = reply.body.toString("utf8")
      for (const text of ["DỮ LIỆU THỬ NGHIỆM", code, owner.name]) expect(svg).toContain(text)
    }
  })

  it("is saved under the lot's code when asked for", async () => {
    const { id, code } = await newLot(owner)
    const { headers } = await page(owner)("get", `/producer/lots/${id}/label.png?download=1`).expect(200)
    expect(headers["content-disposition"]).toContain(`tem-${code}.png`)
  })
})

const decode = async (image: Buffer) => {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}
