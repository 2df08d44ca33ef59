// Writes the derived files of this folder from the reference folder: node data/import-reference.mjs
// With --check it writes nothing and exits with 1 when a file differs.
// REFERENCE_DIR names the reference folder (default: ../shared/reference beside the repository).
import { readFileSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const DATA = dirname(fileURLToPath(import.meta.url))
const REFERENCE_DIR = resolve(process.env.REFERENCE_DIR ?? join(DATA, "../../shared/reference"))

/** Where our files differ from the reference on purpose; README.md gives the reason of each. */
const CORRECTIONS = {
  /** Codes that the classification's table does not have: the class above it, or nothing. */
  vsic: { 32900: "3290", 24202: null, 9020: null },
  /** A unit kind written with a small letter. */
  communeName: (name) => name.replace(/^xã /, "Xã "),
}

/** @param {string[]} codes */
const correctVsic = (codes) =>
  codes.map((code) => (code in CORRECTIONS.vsic ? CORRECTIONS.vsic[code] : code)).filter((code) => code !== null)

const cell = (value) => {
  const text = value === null || value === undefined ? "" : String(value).normalize("NFC")
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** @param {string[]} columns @param {unknown[][]} rows */
const csv = (columns, rows) => `${[columns, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`

/** A file of our own making: no cell holds a line break. @param {string} text */
function parseCsv(text) {
  const [head = [], ...rows] = text.trimEnd().split("\n").map(cells)
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])))
}

const cells = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
    match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'),
  )

const ours = (name) => parseCsv(readFileSync(join(DATA, name), "utf8"))
const reference = (name) => JSON.parse(readFileSync(join(REFERENCE_DIR, name), "utf8"))

/** Text of every derived file, by name. */
function derive() {
  const shelfOf = new Map(ours("categories.csv").flatMap(({ id, vsic_codes }) => vsic_codes.split(" ").map((code) => [code, id])))
  const byHand = new Map(ours("products.csv").map((row) => [row.id, row]))
  const { provinces } = reference("admin-units/vn-34-provinces.json")
  const all = reference("admin-units/vn-3321-communes.min.json")
  const { communes } = reference("admin-units/ninh-binh-129-communes.json")
  const { villages, products } = reference("craft-villages/craft-villages.json")
  const { entries } = reference("vsic/vsic2025-subset.json")

  return {
    "provinces.csv": csv(
      ["code", "name", "full_name", "name_en"],
      provinces.map((p) => [p.code, p.name, p.fullName, p.nameEn]),
    ),
    "communes.csv": csv(
      ["code", "full_name", "province_code"],
      all.map(([code, name, province]) => [code, CORRECTIONS.communeName(name), province]),
    ),
    "ninh-binh-communes.csv": csv(
      ["code", "name", "type", "name_en", "former_province", "former_district", "latitude", "longitude", "area_km2"],
      communes.map((c) => [
        ...[c.code, c.name, c.type, c.nameEn, c.formerProvince, c.formerDistrict],
        ...[c.centroid.lat, c.centroid.lon, c.areaKm2],
      ]),
    ),
    "ninh-binh-former-units.csv": csv(
      ["code", "name", "district", "province", "commune_code"],
      // The one entry without a code is a stretch of coast, not a unit.
      communes.flatMap((c) =>
        c.mergedFrom
          .filter((unit) => !unit.unresolved)
          .map((unit) => [unit.code, unit.name, unit.district, unit.province.replace(/^Tỉnh /, ""), c.code]),
      ),
    ),
    "craft-villages.csv": csv(
      [
        ...["id", "name", "craft", "commune_code", "former_commune", "former_district", "former_province", "vsic_codes"],
        ...["latitude", "longitude", "coordinate_source", "recognised"],
        ...["certainty_exists", "certainty_former_commune", "certainty_commune", "sources"],
      ],
      villages.map((v) => [
        ...[v.id, v.name, v.craft, v.communeCode, v.formerCommune, v.formerDistrict, v.formerProvince],
        ...[correctVsic(v.vsic2025).join(" "), v.coordinates.lat, v.coordinates.lon],
        ...[v.coordinates.source.startsWith("commune centroid") ? "centroid" : "approximate", v.recognised],
        ...[v.certainty.exists, v.certainty.formerCommune, v.certainty.currentCommune, v.sources.join("; ")],
      ]),
    ),
    "products.csv": csv(
      [
        ...["id", "name", "title", "material", "category", "village_id", "commune_code", "unit", "price_min", "price_max"],
        ...["weight_grams", "vsic_code", "hs6", "ocop_stars", "certainty_ocop", "certainty_commune", "perishable"],
        ...["shelf_life_days", "note", "sources"],
      ],
      products.map((p) => {
        const [vsic] = correctVsic([p.vsic2025])
        const hand = byHand.get(p.id)
        if (!hand || !shelfOf.has(vsic)) throw new Error(`${p.id}: give it a title in products.csv, and ${vsic} a shelf in categories.csv`)
        return [
          ...[p.id, p.name, hand.title, hand.material, shelfOf.get(vsic), p.villageId, p.communeCode, p.unit],
          ...[p.priceVND.min, p.priceVND.max, p.weightGrams, vsic, p.hs6, p.ocopStars, p.certainty.ocop],
          ...[p.certainty.commune, p.perishable ? "yes" : "no", p.shelfLifeDays, p.note, p.sources.join("; ")],
        ]
      }),
    ),
    "vsic-2025.csv": csv(
      ["code", "level", "name", "section", "parent_code"],
      entries.map((e) => [e.code, e.level, e.name, e.section, e.parent]),
    ),
  }
}

const check = process.argv.includes("--check")
const stale = Object.entries(derive()).filter(([name, text]) => {
  if (!check) writeFileSync(join(DATA, name), text)
  const same = readFileSync(join(DATA, name), "utf8") === text
  console.log(`${name}: ${text.trimEnd().split("\n").length - 1} rows${same ? "" : ", differs from the reference"}`)
  return !same
})
if (stale.length > 0) process.exitCode = 1
