import Ajv from "ajv"
import addFormats from "ajv-formats"
import { parseDigitalLink } from "../../plugins/village-market/src/modules/traceability/digital-link/parse-uri"
import { describeWithReference, reference } from "../harness/reference"
import { db } from "../harness/shop"
import { newGtin } from "./helpers/gtin"
import { http, type Maker, newLot, twoMakers } from "./helpers/lots"

const VOC = "https://ref.gs1.org/voc/"

let owner: Maker
let gtin: string
let lot: { id: string; code: string }
let handle: string
const serial = `S${Math.floor(Math.random() * 1e12)}`.replace(/[01]/g, "2")

beforeAll(async () => {
  ;[owner] = await twoMakers()
  lot = await newLot(owner)
  gtin = newGtin()
  await db().query("insert into listing_gtin (id, listing_id, producer_id, gtin) values ($1, $2, $3, $4)", [
    `test-${gtin}`,
    owner.listing,
    owner.id,
    gtin,
  ])
  await db().query("insert into lot_serial (serial, lot_id, batch, place) values ($1, $2, 'test', 0)", [serial, lot.id])
  const { rows } = await db().query(
    "select handle from product p join listing l on l.product_id = p.id where l.id = $1",
    [owner.listing],
  )
  handle = rows[0].handle
})

const link = (path = "") => `/01/${gtin}${path}`
const ofLot = (rest = "") => link(`/10/${lot.code}${rest}`)
const get = (path: string, headers: Record<string, string> = {}) => http().get(path).set(headers).redirects(0)
/** Where a redirection leads, without our own host. */
const to = (reply: { headers: Record<string, string> }) => {
  const { pathname, search } = new URL(String(reply.headers.location))
  return pathname + search
}

describe("a GS1-conformant resolver", () => {
  it.each([
    ["the trade item", () => link(), () => `/market/products/${handle}?lang=vi`],
    ["a lot", () => ofLot(), () => `/lot/${lot.code}?lang=vi`],
    ["a piece of a lot", () => ofLot(`/21/${serial}`), () => `/lot/${lot.code}/${serial}?lang=vi`],
    ["a piece without its lot", () => link(`/21/${serial}`), () => `/lot/${lot.code}/${serial}?lang=vi`],
    ["an unknown piece: its lot", () => ofLot("/21/NONE"), () => `/lot/${lot.code}?lang=vi`],
    ["an unknown lot: the trade item", () => link("/10/NONE/21/NONE"), () => `/market/products/${handle}?lang=vi`],
    ["a consumer variant: the trade item", () => link("/22/B"), () => `/market/products/${handle}?lang=vi`],
    ["every qualifier", () => link(`/22/B/10/${lot.code}/21/${serial}`), () => `/lot/${lot.code}/${serial}?lang=vi`],
    ["a third party's serial: the trade item", () => link("/235/TPX"), () => `/market/products/${handle}?lang=vi`],
  ])("redirects %s to its default link", async (_what, path, target) => {
    const reply = await get(path()).expect(307)
    expect(to(reply)).toBe(target())
    expect(reply.headers.link).toMatch(
      /^<https?:\/\/[^>]+\?linkType=linkset>; rel="linkset"; type="application\/linkset\+json"$/,
    )
  })

  it("answers GET, HEAD and OPTIONS, anybody's page included, and nothing else", async () => {
    const got = await get(ofLot()).expect(307)
    const head = await http().head(ofLot()).redirects(0).expect(307)
    expect(head.headers.location).toBe(got.headers.location)
    const options = await http()
      .options(ofLot())
      .set({ origin: "https://scanner.example", "access-control-request-method": "GET" })
      .expect(204)
    for (const { headers } of [got, head, options]) expect(headers["access-control-allow-origin"]).toBe("*")
    expect(options.headers.allow).toBe("GET, HEAD, OPTIONS")
    expect(got.headers.vary).toContain("Accept-Language")
    await http().post(ofLot()).send({}).expect(405)
    await http().delete(ofLot()).expect(405)
  })

  it.each([
    ["something after it", () => ofLot("/foo")],
    ["a wrong check digit", () => `/01/${gtin.slice(0, 13)}${(Number(gtin[13]) + 1) % 10}`],
    ["13 digits", () => `/01/${gtin.slice(1)}`],
    ["qualifiers out of order", () => link(`/21/${serial}/10/${lot.code}`)],
    ["a lot of 21 signs", () => link(`/10/${"A".repeat(21)}`)],
    ["a lot in the query", () => link(`?10=${lot.code}`)],
    ["an attribute without a value", () => link("?17=")],
    ["a broken escape", () => link("/10/%E1%80")],
    ["a NUL", () => link("/10/A%00")],
    ["SQL", () => link("/10/'%20or%201=1--")],
    ["a key alone", () => "/01"],
    ["a wrong SSCC", () => "/00/106141412345678901"],
  ])("says 400 to %s, and never 200", async (_what, path) => {
    const reply = await get(path())
      .expect(400)
      .expect("content-type", /application\/problem\+json/)
    expect(JSON.parse(reply.text)).toMatchObject({ status: 400 })
  })

  it.each([
    ["a trade item that is not ours", () => "/01/09506000134352"],
    ["another kind of key", () => "/00/006141411234567890"],
    ["a place", () => "/414/9520123456788/254/A"],
    ["a link type that it has not", () => link("?linkType=gs1:recallStatus")],
    ["a link type of nobody", () => link("?linkType=toString")],
    ["certificates nobody has confirmed", () => link("?linkType=gs1:certificationInfo")],
    ["a lot of a trade item alone", () => link("?linkType=gs1:traceability")],
  ])("says 404 to %s", async (_what, path) => {
    await get(path())
      .expect(404)
      .expect("content-type", /application\/problem\+json/)
  })

  it("shows a person a page instead of a problem, with the same status", async () => {
    const reply = await get("/01/09506000134352", { accept: "text/html,*/*;q=0.8", "accept-language": "vi" }).expect(
      404,
    )
    expect(reply.text).toContain("Chợ không biết mã này.")
    await get(ofLot("/foo"), { accept: "text/html", "accept-language": "en" }).expect(400, /not a well-formed GS1/)
  })

  it("redirects to the type that is asked for, in the language that is asked for", async () => {
    const en = { "accept-language": "en-GB,en;q=0.9,vi;q=0.1" }
    expect(to(await get(ofLot(), en).expect(307))).toBe(`/lot/${lot.code}?lang=en`)
    expect(to(await get(ofLot(), { "accept-language": "fr" }).expect(307))).toBe(`/lot/${lot.code}?lang=vi`)
    expect(to(await get(ofLot("?linkType=gs1:pip"), en).expect(307))).toBe(
      `/market/products/${handle}?lang=en&linkType=gs1:pip`,
    )
    const full = encodeURIComponent(`${VOC}traceability`)
    expect(to(await get(ofLot(`?linkType=${full}`), en).expect(307))).toContain(`/lot/${lot.code}?lang=en`)
    expect(to(await get(ofLot("?linkType=gs1:epcis")).expect(307))).toContain("/epcis/v2/events?MATCH_anyEPCClass=")
    expect(to(await get(ofLot("?linkType=gs1:defaultLink"), en).expect(307))).toContain(`/lot/${lot.code}?lang=en`)
  })

  it("offers several that are equal with 300", async () => {
    const reply = await get(ofLot("?linkType=gs1:pip")).expect(300)
    const [context] = JSON.parse(reply.text).linkset
    expect(context[`${VOC}pip`]).toHaveLength(2)
    expect(reply.headers.link?.match(/rel="alternate"/g)).toHaveLength(2)
  })

  it("passes the query on and tolerates a slash at the end", async () => {
    expect(to(await get(ofLot("?17=270131&utm_source=a%20b&flag")).expect(307))).toBe(
      `/lot/${lot.code}?lang=vi&17=270131&utm_source=a%20b&flag`,
    )
    expect(to(await get(ofLot("/")).expect(307))).toBe(to(await get(ofLot()).expect(307)))
    expect(to(await get(ofLot("/?x=1")).expect(307))).toBe(`/lot/${lot.code}?lang=vi&x=1`)
  })

  it("describes itself", async () => {
    const { body } = await http().get("/.well-known/gs1resolver").expect(200).expect("access-control-allow-origin", "*")
    expect(body.resolverRoot).toMatch(/^https?:\/\/[^/]+$/)
    expect(body.supportedPrimaryKeys).toEqual(["01"])
    expect(body.supportedLinkType).toEqual([{ namespace: VOC, prefix: "gs1:" }])
    expect(body.jsonLdContextLocation).toMatch(/^https:\/\/ref\.gs1\.org\//)
  })
})

/** Every way to ask for a linkset, at both kinds of address. */
const WAYS: [string, string, Record<string, string>][] = [
  ["linkType=linkset", "?linkType=linkset", {}],
  ["linkType=all", "?linkType=all", {}],
  ["Accept", "", { accept: "application/linkset+json" }],
]
const ADDRESSES: [string, () => string][] = [
  ["a trade item", () => link()],
  ["a lot", () => ofLot()],
  ["a piece", () => ofLot(`/21/${serial}`)],
  ["our own address of a lot", () => `/lot/${lot.code}`],
  ["our own address of a piece", () => `/lot/${lot.code}/${serial}`],
]

describe.each(ADDRESSES)("the linkset of %s", (_what, path) => {
  const ask = async () => {
    const reply = await get(path(), { accept: "application/linkset+json" }).expect(200)
    return { reply, context: JSON.parse(reply.text).linkset[0] }
  }

  it.each(WAYS)("comes by %s, without redirection", async (_way, query, headers) => {
    const reply = await get(path() + query, headers)
      .expect(200)
      .expect("content-type", "application/linkset+json; charset=utf-8")
      .expect("access-control-allow-origin", "*")
    expect(reply.headers.link).toContain('rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"')
    expect(JSON.parse(reply.text).linkset).toHaveLength(1)
  })

  it("has one default link of address and title, listed under its own type too; a GTIN's anchor is its Digital Link", async () => {
    const { context } = await ask()
    const [first, ...others] = context[`${VOC}defaultLink`]
    expect(others).toEqual([])
    expect(Object.keys(first).sort()).toEqual(["href", "title"])
    const all = Object.entries(context).flatMap(([type, links]) =>
      type.endsWith("Link") || !Array.isArray(links) ? [] : links,
    )
    expect(all.map(({ href }) => href)).toContain(first.href)
    for (const { title } of all) expect(title).not.toBe("")
    expect(new URL(context.anchor).pathname).toBe(path())
    if (path().startsWith("/01/")) expect(parseDigitalLink(context.anchor).ok).toBe(true)
  })

  it("leads to pages that are there, and tells no number of pieces", async () => {
    const { reply, context } = await ask()
    const pages = Object.entries(context).flatMap(([type, links]) =>
      type !== `${VOC}epcis` && Array.isArray(links) ? links : [],
    )
    const paths = pages.map(({ href }) => href.replace(/^https?:\/\/[^/]+/, ""))
    for (const path of paths) await http().get(path).expect(200)
    expect(reply.text).not.toMatch(/quantity|allocated/)
  })
})

describe("our own address of a lot", () => {
  it("is its page when the page is what is asked for, and leads to the product when that is", async () => {
    await get(`/lot/${lot.code}`).expect(200, /<!doctype html>/)
    await get(`/lot/${lot.code}?linkType=gs1:traceability`).expect(200, /<!doctype html>/)
    expect(to(await get(`/lot/${lot.code}?linkType=gs1:pip`, { "accept-language": "vi" }).expect(307))).toContain(
      `/market/products/${handle}?lang=vi`,
    )
    await get(`/lot/${lot.code}?linkType=gs1:recallStatus`).expect(404)
    await get("/lot/22222222?linkType=linkset").expect(404)
  })
})

const validator = () => {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  return ajv
}

describeWithReference("linksets against GS1's schemas", () => {
  const linksets = () =>
    Promise.all(
      ADDRESSES.map(async ([, path]) => {
        const reply = await get(path(), { accept: "application/linkset+json" }).expect(200)
        return JSON.parse(reply.text)
      }),
    )

  it("are valid as GS1's resolvers give them", async () => {
    const validate = validator().compile(JSON.parse(reference("digital-link", "gs1-linkset-schema.json")))
    for (const one of await linksets()) expect(validate(one) || validate.errors).toBe(true)
  })

  it("are valid as any linkset, which knows no item description", async () => {
    const validate = validator().compile(JSON.parse(reference("digital-link", "linkset-schema.json")))
    for (const { linkset } of await linksets()) {
      const plain = linkset.map(({ itemDescription, ...context }: Record<string, unknown>) => context)
      expect(validate({ linkset: plain }) || validate.errors).toBe(true)
    }
  })
})
