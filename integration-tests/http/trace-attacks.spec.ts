import { randomUUID } from "node:crypto"
import { allocateLots } from "../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { db } from "../harness/shop"
import { as, http, type Maker, newLot, openKnex, page, twoMakers } from "./helpers/lots"

/** Two households that differ in nothing but how much they make and sell: nobody outside may tell which is which. */
const pg = openKnex()
let small: Maker
let large: Maker
let lots: { id: string; code: string }[]
const SECRET = ["4321", "87654", "1234", "76543"]

beforeAll(async () => {
  ;[small, large] = await twoMakers()
  lots = [await newLot(small, { quantity: 4321 }), await newLot(large, { quantity: 87_654 })]
  const sold = [1234, 76_543]
  for (const [n, maker] of [small, large].entries()) {
    await allocateLots(pg, {
      producer_id: maker.id,
      allocations: [{ producer_order_line_id: randomUUID(), lot_id: lots[n]?.id ?? "", quantity: sold[n] ?? 0 }],
    })
  }
}, 60_000)
afterAll(() => pg.destroy())

/** What is random or names the household is made equal; everything that is left must be. */
const plain = (text: string, n: number) => {
  const { name, id } = n === 0 ? small : large
  return (
    text
      .replaceAll(lots[n]?.code ?? "", "CODE")
      .replaceAll(encodeURIComponent(name), "NAME")
      .replaceAll(name, "NAME")
      .replaceAll(id, "MAKER")
      .replaceAll(`ho-${id.replaceAll("_", "-")}`, "HANDLE")
      .replace(/binh-gom-\w{6}\b/g, "PRODUCT")
      .replace(/[0-9a-f]{64}/g, "HASH")
      // Where in the log a record stands: its index, hashes beside its path, a checkpoint of the whole log.
      .replace(/"tlog_proof":"c2sp\.org\/tlog-proof@v1\\nindex \d+\\n([\w+/]{43}=\\n)*\\n[^"]*"/g, "PROOF")
      .replace(/("index":|data-record=")\d+/g, "INDEX")
      // The QR code and the signature hold random things of their own.
      .replace(/<svg xmlns[\s\S]*?<\/svg>/g, "QR")
      .replace(/[\w+/-]{43}=?/g, "BASE64")
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT")
      .replace(/\d\d:\d\d(:\d\d)?/g, "TIME")
  )
}

const proofOf = async (code: string) => (await http().get(`/trace-log/proof/${code}`).expect(200)).body

const PUBLIC: Record<string, (code: string) => string> = {
  "the page": (code) => `/lot/${code}`,
  "the page in English": (code) => `/lot/${code}?lang=en`,
  "the links of the code": (code) => `/lot/${code}?linkType=linkset`,
}

/** Where they differ first, rather than two whole pages. */
function same(a: string, b: string) {
  let at = 0
  while (at < Math.max(a.length, b.length) && a[at] === b[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  expect(around(a)).toBe(around(b))
  expect(a.length).toBe(b.length)
}

function hidesCounts(text: string) {
  const shown = text.replace(/<svg[\s\S]*?<\/svg>|<style>[\s\S]*?<\/style>|[0-9a-f]{64}/g, "").replace(/[\s.,]/g, "")
  for (const secret of SECRET) expect([secret, shown.includes(secret)]).toEqual([secret, false])
}

it.each(Object.keys(PUBLIC))("%s depends on no quantity", async (name) => {
  const at = PUBLIC[name] ?? String
  const [a = "", b = ""] = await Promise.all(
    lots.map(async ({ code }) => (await http().get(at(code)).expect(200)).text),
  )
  hidesCounts(plain(a, 0) + plain(b, 1))
  same(plain(a, 0), plain(b, 1))
})

it("the records handed out as proof depend on no quantity", async () => {
  const [a = "", b = ""] = await Promise.all(
    lots.map(async ({ code }) => JSON.stringify((await proofOf(code)).records)),
  )
  hidesCounts(plain(a, 0) + plain(b, 1))
  same(plain(a, 0), plain(b, 1))
})

it("EPCIS shows another household no event of a lot, and answers for one as for none", async () => {
  const { rows } = await db().query("select event_id from epcis_event where lot_id = $1", [lots[1]?.id])
  const ask = (path: string) => as(small)("get", `/epcis/v2${path}`)
  const all = await ask("/events").expect(200)
  expect(all.text).toContain(lots[0]?.code)
  expect(all.text).not.toContain(lots[1]?.code)
  const status = async (id: string) => (await ask(`/events/${encodeURIComponent(id)}`)).status
  expect([await status(String(rows[0]?.event_id)), await status("urn:uuid:none")]).toEqual([404, 404])
  await http().get("/epcis/v2/events").expect(401)
})

it("the salt and the whole event, from which a quantity could be tried out, are nowhere public", async () => {
  const { rows } = await db().query("select * from epcis_event where lot_id = any($1)", [lots.map(({ id }) => id)])
  expect(rows.length).toBeGreaterThan(2)
  const said = (await Promise.all(lots.map(({ code }) => proofOf(code)))).map((proof) => JSON.stringify(proof)).join()
  for (const { event_salt, event_id } of rows) {
    expect(said).not.toContain(Buffer.isBuffer(event_salt) ? event_salt.toString("hex") : String(event_salt))
    // A CBV hash is made over the quantity, so that it could be tried out.
    expect(said).not.toContain(String(event_id))
  }
})

it("looking often leaves no trace that everybody sees", async () => {
  const [{ code } = { code: "" }] = lots
  const look = async () => plain((await http().get(`/lot/${code}`).expect(200)).text, 0)
  const first = await look()
  for (let n = 0; n < 10; n++) await look()
  expect(await look()).toBe(first)
})

it("another household's lot answers as one that is not there", async () => {
  const theirs = lots[1]?.id ?? ""
  for (const path of ["", "/recall"]) {
    const ask = (id: string) => as(small)("get", `/producers/me/lots/${id}${path}`)
    const [known, unknown] = [await ask(theirs), await ask("lot_none")]
    expect([known.status, known.body]).toEqual([404, unknown.body])
    const pages = [theirs, "lot_none"].map((id) => page(small)("get", `/producer/lots/${id}${path}`).expect(404))
    const [a, b] = await Promise.all(pages)
    expect(a?.text.replaceAll(theirs, "ID")).toBe(b?.text.replaceAll("lot_none", "ID"))
  }
})
