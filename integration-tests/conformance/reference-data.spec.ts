import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parse } from "csv-parse/sync"

const ROOT = resolve(__dirname, "../..")
const REFERENCE = resolve(process.env.REFERENCE_DIR ?? join(ROOT, "../shared/reference"))
const present = existsSync(join(REFERENCE, "admin-units"))
if (!present) console.warn(`Skipped: there is no reference folder at ${REFERENCE}; REFERENCE_DIR may name another.`)

type Row = Record<string, string>
const ours = (name: string): Row[] => parse(readFileSync(join(ROOT, "data", name)), { columns: true })
const theirs = (name: string) => JSON.parse(readFileSync(join(REFERENCE, name), "utf8"))
const text = (value: unknown) => (value === null || value === undefined ? "" : String(value))

const suite = present ? describe : describe.skip

suite("data/ against the reference folder", () => {
  it("holds every province and commune of the country", () => {
    const provinces: { code: string; name: string; fullName: string }[] = theirs(
      "admin-units/vn-34-provinces.json",
    ).provinces
    expect(ours("provinces.csv").map((row) => [row.code, row.name, row.full_name])).toEqual(
      provinces.map((p) => [p.code, p.name, p.fullName]),
    )
    const communes: [string, string, string][] = theirs("admin-units/vn-3321-communes.min.json")
    expect(communes).toHaveLength(3321)
    expect(ours("communes.csv").map((row) => [row.code, row.full_name, row.province_code])).toEqual(
      communes.map(([code, name, province]) => [code, name.replace(/^x/, "X"), province]),
    )
  })

  it("places the communes of Ninh Bình and knows what each was made of", () => {
    type Commune = {
      code: string
      formerDistrict: string
      centroid: { lat: number; lon: number }
      mergedFrom: { code?: string; name: string }[]
    }
    const communes: Commune[] = theirs("admin-units/ninh-binh-129-communes.json").communes
    expect(communes).toHaveLength(129)
    expect(
      ours("ninh-binh-communes.csv").map((row) => [row.code, row.former_district, row.latitude, row.longitude]),
    ).toEqual(communes.map((c) => [c.code, c.formerDistrict, text(c.centroid.lat), text(c.centroid.lon)]))
    const units = communes.flatMap((c) => c.mergedFrom.filter((u) => u.code).map((u) => [u.code, u.name, c.code]))
    expect(ours("ninh-binh-former-units.csv").map((row) => [row.code, row.name, row.commune_code])).toEqual(units)
  })

  it("holds the 40 craft places", () => {
    type Village = { id: string; name: string; communeCode: string; coordinates: { lat: number; lon: number } }
    const villages: Village[] = theirs("craft-villages/craft-villages.json").villages
    expect(villages).toHaveLength(40)
    expect(
      ours("craft-villages.csv").map((row) => [row.id, row.name, row.commune_code, row.latitude, row.longitude]),
    ).toEqual(villages.map((v) => [v.id, v.name, v.communeCode, text(v.coordinates.lat), text(v.coordinates.lon)]))
  })

  it("holds the 60 products with their prices and how sure each star is", () => {
    type Product = {
      id: string
      unit: string
      villageId: string | null
      priceVND: { min: number; max: number }
      ocopStars: number | null
      certainty: { ocop: string }
    }
    const products: Product[] = theirs("craft-villages/craft-villages.json").products
    expect(products).toHaveLength(60)
    const row = (r: Row) => [r.id, r.unit, r.village_id, r.price_min, r.price_max, r.ocop_stars, r.certainty_ocop]
    expect(ours("products.csv").map(row)).toEqual(
      products.map((p) =>
        [p.id, p.unit, p.villageId, p.priceVND.min, p.priceVND.max, p.ocopStars, p.certainty.ocop].map(text),
      ),
    )
  })

  it("holds the classes of VSIC 2025, each class of goods used on exactly one shelf", () => {
    const entries: { code: string; name: string; parent: string | null }[] = theirs("vsic/vsic2025-subset.json").entries
    const classes = ours("vsic-2025.csv")
    expect(classes.map((row) => [row.code, row.name, row.parent_code])).toEqual(
      entries.map((e) => [e.code, e.name, text(e.parent)]),
    )
    const shelved = ours("categories.csv").flatMap((row) => text(row.vsic_codes).split(" "))
    const used = [
      ...ours("craft-villages.csv").flatMap((row) => text(row.vsic_codes).split(" ")),
      ...ours("products.csv").map((row) => text(row.vsic_code)),
    ]
    expect(new Set(shelved).size).toBe(shelved.length)
    expect(used.filter((code) => !shelved.includes(code))).toEqual([])
    expect(shelved.filter((code) => !classes.some((row) => row.code === code))).toEqual([])
  })

  it("is what the converter makes of it today", () => {
    const run = () =>
      execFileSync("node", [join(ROOT, "data/import-reference.mjs"), "--check"], {
        env: { ...process.env, REFERENCE_DIR: REFERENCE },
        encoding: "utf8",
      })
    expect(run).not.toThrow()
  })
})
