import { randomUUID } from "node:crypto"
import { readLotPage } from "../../plugins/village-market/src/modules/traceability/public-page/read-lot-page"
import { communeSketch } from "../../plugins/village-market/src/web/map/commune-sketch"
import { db } from "../harness/shop"
import { newSerial } from "./helpers/lot-pages"
import { day, http, type Maker, newLot, openKnex, twoMakers } from "./helpers/lots"

const pg = openKnex()
let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})
afterAll(() => pg.destroy())

const open = async (path: string, status = 200) => (await http().get(path).expect(status)).text
const main = (text: string) => text.slice(text.indexOf("<main"), text.indexOf("</main>"))
const years = (ago: number) => `${new Date().getFullYear() - ago}-01-15`

describe("a lot's page", () => {
  it("is read by one statement, however many steps it has", async () => {
    const { code } = await newLot(owner)
    let statements = 0
    pg.on("query", () => statements++)
    const lot = await readLotPage(pg, code)
    expect(lot?.events).toHaveLength(3)
    expect(statements).toBe(1)
    // The map is drawn once for all pages of ten minutes.
    const commune = lot?.commune_code ?? ""
    await communeSketch(pg, commune)
    statements = 0
    await readLotPage(pg, code)
    expect((await communeSketch(pg, commune))?.home).toMatch(/^M/)
    expect(statements).toBe(1)
  })

  it("shows the commune on a map, in words too, and nothing nearer", async () => {
    const { code } = await newLot(owner)
    const { rows } = await db().query(
      "select c.full_name, c.latitude, c.longitude from producer pr join commune c on c.code = pr.commune_code where pr.id = $1",
      [owner.id],
    )
    const text = await open(`/lot/${code}`)
    expect(text).toContain(`aria-label="Bản đồ phác: ${rows[0].full_name}`)
    expect(text).not.toContain(String(rows[0].latitude).slice(0, 6))
    expect(text).not.toContain("<circle")
  })

  it("says nothing green and claims no check by itself", async () => {
    const { code } = await newLot(owner)
    const text = main(await open(`/lot/${code}`))
    expect(text).toContain("Chưa kiểm tra trên máy này.")
    expect(text).toContain("không cho biết người làm đã ghi đúng sự thật")
    expect(text).not.toMatch(/class="[^"]*\bgood\b/)
  })

  it("links the lots it was made from, without amounts, and not those of an undone change", async () => {
    const [input, undone, output] = [await newLot(owner), await newLot(owner), await newLot(owner)]
    const join = async (from: string, voided: boolean) => {
      const id = `chg_${randomUUID()}`
      await db().query(
        `insert into lot_change (id, producer_id, kind, happened_at, voided_at)
         values ($1, $2, 'transformation', $3, case when $4 then now() end)`,
        [id, owner.id, day(1), voided],
      )
      for (const [side, lot, n] of [
        ["input", from, 7654],
        ["output", output.id, 4321],
      ])
        await db().query(
          "insert into lot_change_part (id, change_id, side, lot_id, quantity, unit) values ($1, $2, $3, $4, $5, 'kg')",
          [...[`prt_${randomUUID()}`, id, side, lot, n]],
        )
    }
    await join(input.id, false)
    await join(undone.id, true)
    const text = await open(`/lot/${output.code}`)
    expect(text).toContain(`href="/lot/${input.code}"`)
    expect(text).not.toContain(undone.code)
    expect(text.replace(/<svg.*?<\/svg>/gs, "").replace(/[\s.,]/g, "")).not.toMatch(/7654|4321/)
    expect(await open(`/lot/${input.code}`)).not.toContain(output.code)
  })

  it("shows certificates that were approved, with their dates, says when they ended, and no claims", async () => {
    const { code } = await newLot(other)
    const stars = (status: string, decided_on: string | null) =>
      db().query("update listing set ocop_stars = $4, ocop_status = $2, ocop_decided_on = $3 where id = $1", [
        ...[other.listing, status, decided_on, status === "none" ? null : 4],
      ])
    await stars("unverified", years(1))
    expect(await open(`/lot/${code}`)).not.toContain("OCOP")
    await stars("verified", years(1))
    const until = `15/01/${new Date().getFullYear() + 2}`
    expect(await open(`/lot/${code}`)).toContain(`có giá trị đến hết ngày ${until}`)
    await stars("verified", years(4))
    expect(await open(`/lot/${code}`)).toContain(`đã hết hạn ngày 15/01/${new Date().getFullYear() - 1}`)
    await stars("demo", null)
    expect(await open(`/lot/${code}`)).toContain("sao mẫu của bản thử nghiệm")
    await stars("none", null)
    const paper = (status: string) =>
      db().query(
        `insert into evidence (id, producer_id, kind, file_key, mime_type, issued_on, status, decided_at, note)
         values ($1, $2, 'own_made', 'secret-file', 'image/png', '2026-02-03', $3, '2026-03-04T05:00:00Z', 'ghi riêng')`,
        [`evd_${randomUUID()}`, other.id, status],
      )
    await db().query("update producer set origin = 'own_made' where id = $1", [other.id])
    await paper("unverified")
    await paper("refused")
    expect(await open(`/lot/${code}`)).not.toContain("Giấy chứng nhận")
    await paper("verified")
    const text = await open(`/lot/${code}`)
    expect(text).toContain("Giấy tờ cho thấy hàng tự làm ra: ghi ngày 03/02/2026, cán bộ đã xem ngày 04/03/2026")
    expect(text).not.toMatch(/secret-file|ghi riêng/)
  })

  it("says first that a lot is past its date, and on which day that was", async () => {
    const { code, id } = await newLot(owner, {
      made_on: day(9),
      steps: [{ step: "packing", happened_at: day(9) }],
      expires_on: day(1),
    })
    const text = main(await open(`/lot/${code}`))
    const [year, month, date] = day(1).split("-")
    expect(text).toContain(`Lô này đã hết hạn dùng ngày ${date}/${month}/${year}`)
    expect(text.indexOf("đã hết hạn dùng")).toBeLessThan(text.indexOf("<h1"))
    expect(id).toBeTruthy()
    const fresh = await newLot(owner, { expires_on: day(0), made_on: day(1) })
    expect(await open(`/lot/${fresh.code}`)).not.toContain("hết hạn dùng")
  })

  it("says first that a lot was recalled, what to do and whom to call, and sells it no more", async () => {
    const { code, id } = await newLot(owner)
    await recall(id, owner.id)
    const text = main(await open(`/lot/${code}`))
    expect(text).toMatch(/^<main[^>]*><article><div class="lot-alert recalled" role="alert">/)
    expect(text.indexOf("Bạn cần làm gì")).toBeLessThan(text.indexOf("<h1"))
    expect(text.indexOf('href="tel:')).toBeLessThan(text.indexOf("<h1"))
    expect(text).toContain("Men có chì")
    expect(text).not.toContain("/market/products/")
    expect(text).not.toContain(owner.phone.slice(1))
    await db().query("update lot set status = 'withdrawn' where id = $1", [id])
    expect(await open(`/lot/${code}`)).not.toContain("THU HỒI")
  })

  it("opens by the number of a piece, and says where a number is not of this lot", async () => {
    const [lot, another] = [await newLot(owner), await newLot(owner)]
    const [serial, foreign] = [await newSerial(lot.id), await newSerial(another.id)]
    expect(await open(`/lot/${lot.code}/${serial}`)).toContain(serial)
    const moved = await http().get(`/lot/${lot.code.toLowerCase()}/${serial.toLowerCase()}`).expect(303)
    expect(moved.headers.location).toBe(`/lot/${lot.code}/${serial}`)
    for (const wrong of [foreign, "NONE", "%3Cscript%3E"]) {
      const text = await open(`/lot/${lot.code}/${wrong}`, wrong.includes("%") ? 303 : 404)
      expect(text).not.toContain("<script>")
    }
    const text = await open(`/lot/${lot.code}/${foreign}`, 404)
    expect(text).toContain("Không có món hàng mang số này")
    expect(text).toContain(`href="/lot/${lot.code}"`)
    // Nothing says how many pieces there are, nor any other number.
    expect(await open(`/lot/${lot.code}`)).not.toContain(serial)
  })

  it("explains what was likely mistyped", async () => {
    expect(await open("/lot/K7MH-3QW0", 404)).toContain("số 0 hoặc chữ O")
    expect(await open("/lot/K7MH-3QWI", 404)).toContain("số 1, chữ I")
    expect(await open("/lot/K7MH-3Q", 404)).toContain("đúng 8 chữ và số. Bạn đã nhập 6.")
  })
})

async function recall(lot_id: string, actor: string) {
  const id = `rcl_${randomUUID()}`
  await db().query(
    `insert into lot_recall (id, lot_id, kind, reason, detail, advice, actor_kind, actor_id)
     values ($1, $2, 'recall', 'contaminated', 'Men có chì', 'stop_and_call', 'producer', $3)`,
    [id, lot_id, actor],
  )
  await db().query(
    `insert into lot_recall_lot (recall_id, lot_id, producer_id, status_before, quantity_left, taken_from_stock)
     values ($1, $2, $3, 'active', 1, 1)`,
    [id, lot_id, actor],
  )
  await db().query("update lot set status = 'recalled' where id = $1", [lot_id])
}
