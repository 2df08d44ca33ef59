import { db } from "../harness/shop"
import { counted, newSerial, scan } from "./helpers/lot-pages"
import { as, http, type Maker, newLot, page, twoMakers } from "./helpers/lots"
import { within } from "./helpers/shop"

let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})

const fill = (lot_id: string, rows: [serial: string, ago: number, count: number][]) =>
  Promise.all(
    rows.map(([serial, ago, count]) =>
      db().query("insert into lot_scan values ($1, $2, (now() at time zone 'Asia/Ho_Chi_Minh')::date - $3::int, $4)", [
        ...[lot_id, serial, ago, count],
      ]),
    ),
  )

describe("scans of a lot's label", () => {
  it("are counted by day for people from outside, and for nobody else", async () => {
    const { id, code } = await newLot(owner)
    const serial = await newSerial(id)
    await Promise.all([
      ...Array.from({ length: 5 }, () => scan(`/lot/${code}`).expect(200)),
      ...Array.from({ length: 2 }, () => scan(`/lot/${code}/${serial}`).expect(200)),
      // None of these counts.
      http().head(`/lot/${code}`).set("user-agent", "Mozilla/5.0 (Linux; Android 10)").expect(200),
      http().get(`/lot/${code}`).expect(200),
      http().get(`/lot/${code}`).set("user-agent", "Googlebot/2.1").expect(200),
      scan(`/lot/${code}`).set("sec-purpose", "prefetch").expect(200),
      scan(`/lot/${code}?lang=en`).set("sec-fetch-site", "same-origin").expect(200),
      scan(`/lot/${code}`).set("cookie", `vm_producer=${owner.token}`).expect(200),
      scan(`/lot/${code}/NOSUCH22`).expect(404),
      scan("/lot/AAAA-AAAA").expect(404),
    ])
    await within(10_000, async () => {
      expect([await counted(id), await counted(id, serial)]).toEqual([5, 2])
    })
    const { rows } = await db().query("select * from lot_scan where lot_id = $1 order by serial", [id])
    // What is not in the table cannot be lost or asked for: no address, no browser, no time of day.
    expect(rows.map((row) => Object.keys(row).sort())).toEqual(rows.map(() => ["count", "day", "lot_id", "serial"]))
  })

  it("are shown to their producer as a chart and a table, and to no other", async () => {
    const { id } = await newLot(owner)
    await fill(id, [
      ["", 0, 31],
      ["", 3, 12],
      ["", 45, 999],
    ])
    const { text } = await page(owner)("get", `/producer/lots/${id}/scans`).expect(200)
    expect(text).toContain("30 ngày qua: 43 lượt quét")
    expect(text.match(/<rect/g)).toHaveLength(2)
    expect(text).toMatch(/<td class="number">31<\/td>/)
    expect(text).not.toContain("999")
    const lot = await page(owner)("get", `/producer/lots/${id}`).expect(200)
    for (const name of ["scans", "profile"]) expect(lot.text).toContain(`href="/producer/lots/${id}/${name}"`)
    const stranger = await page(other)("get", `/producer/lots/${id}/scans`).expect(404)
    expect(stranger.text).not.toContain("31")
    await http()
      .get(`/producer/lots/${id}/scans`)
      .expect(303)
      .expect("location", /\/producer\/login/)
  })

  it("call a serial worth a look to its producer only, when it is scanned unusually often", async () => {
    const { id, code } = await newLot(owner)
    const [usual, often, long] = [await newSerial(id), await newSerial(id), await newSerial(id)]
    await fill(id, [
      [usual, 0, 3],
      [often, 1, 20],
      ...Array.from({ length: 30 }, (_, ago): [string, number, number] => [long, ago, 1]),
    ])
    const { text } = await page(owner)("get", `/producer/lots/${id}/scans`).expect(200)
    expect(text).toContain("Đáng xem lại")
    expect(text).toContain(often)
    expect(text).toContain(long)
    expect(text).not.toContain(usual)
    for (const path of [`/lot/${code}`, `/lot/${code}/${often}`]) {
      const shown = await http().get(path).expect(200)
      expect(shown.text).not.toContain("Đáng xem lại")
    }
  })

  it("change nothing of what anybody else can see", async () => {
    const { id, code } = await newLot(owner)
    const serial = await newSerial(id)
    const paths = [`/lot/${code}`, `/lot/${code}/${serial}`, `/lot/${code}/proof.json`]
    const look = async () => Promise.all(paths.map(async (path) => stable((await http().get(path).redirects(1)).text)))
    const before = await look()
    await fill(id, [
      ["", 0, 4711],
      [serial, 0, 4712],
    ])
    expect(await look()).toEqual(before)
    const everything = [
      ...(await look()),
      JSON.stringify((await as(other)("get", `/producers/me/lots/${id}`)).body),
      JSON.stringify((await as(other)("get", "/producers/me/lots")).body),
    ].join("\n")
    expect(everything).not.toMatch(/471[12]|4[.,]71[12]/)
  })
})

/** A page without what changes from one request to the next. */
const stable = (text: string) => text.replace(/"(checked|read)_at":"[^"]*"/g, "")
