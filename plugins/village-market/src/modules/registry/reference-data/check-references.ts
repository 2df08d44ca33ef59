import type { Problem } from "./problem"
import type { TableContent } from "./table"
import { TABLES, type TableName } from "./tables"

type Content = {
  [K in TableName]: TableContent<(typeof TABLES)[K]["columns"]>
}

/** A village this far from the centre of its commune is in the wrong commune or has a digit wrong. */
const FAR_KM = 20

/** What no row can know by itself: that the commune, province, class or shelf it names exists, and that both agree. */
export function checkReferences(read: Content): Problem[] {
  const problems: Problem[] = []
  const reporter = (name: TableName) => (line: number, column: string, message: string) =>
    void problems.push({ file: TABLES[name].file, line, column, message })
  const { communes, industries, categories, villages } = read
  /** A file that could not be read at all is one problem, not one for every row that points into it. */
  const unknown = (name: TableName, key: string) => read[name].keys.size > 0 && !read[name].keys.has(key)
  const noCommune = (commune: string) => `there is no commune with the code "${commune}".`
  const noIndustry = (industry: string) => `VSIC 2025 has no class "${industry}" in ${TABLES.industries.file}.`

  const commune = reporter("communes")
  for (const { line, row } of communes.rows) {
    if (unknown("provinces", row.province_code)) {
      commune(line, "province_code", `there is no province with the code "${row.province_code}".`)
    }
  }

  const own = reporter("ownCommunes")
  for (const { line, row } of read.ownCommunes.rows)
    if (unknown("communes", row.code)) own(line, "code", noCommune(row.code))

  const formerUnit = reporter("formerUnits")
  for (const { line, row } of read.formerUnits.rows) {
    if (unknown("communes", row.commune_code)) formerUnit(line, "commune_code", noCommune(row.commune_code))
  }

  const industry = reporter("industries")
  for (const { line, row } of industries.rows) {
    if (row.parent_code !== null && unknown("industries", row.parent_code))
      industry(line, "parent_code", noIndustry(row.parent_code))
    if ((row.parent_code === null) !== (row.level === 1))
      industry(line, "parent_code", "only a section, level 1, has no parent.")
  }

  const category = reporter("categories")
  const shelves = new Map<string, string>()
  for (const { line, row } of categories.rows) {
    for (const code of row.vsic_codes) {
      const other = shelves.get(code)
      if (other) category(line, "vsic_codes", `the class "${code}" stands already on the shelf "${other}".`)
      if (unknown("industries", code)) category(line, "vsic_codes", noIndustry(code))
      if (!other) shelves.set(code, row.id)
    }
  }

  const region = reporter("shippingRegions")
  for (const { line, row } of read.shippingRegions.rows) {
    if (unknown("provinces", row.province_code))
      region(line, "province_code", `there is no province with the code "${row.province_code}".`)
  }

  const rate = reporter("shippingRates")
  for (const { line, column, message } of badRates(read.shippingRates.rows)) rate(line, column, message)

  const shelved = categories.problems.length === 0

  const centres = new Map(read.ownCommunes.rows.map(({ row }) => [row.code, row]))
  const village = reporter("villages")
  for (const { line, row } of villages.rows) {
    const centre = centres.get(row.commune_code)
    if (unknown("communes", row.commune_code)) village(line, "commune_code", noCommune(row.commune_code))
    else if (centre && kilometres(centre, row) > FAR_KM) {
      const far = Math.round(kilometres(centre, row))
      village(line, "latitude + longitude", `the place lies ${far} km from the centre of its commune, ${centre.name}.`)
    }
    for (const code of row.vsic_codes) {
      if (unknown("industries", code)) village(line, "vsic_codes", noIndustry(code))
      else if (shelved && !shelves.has(code))
        village(line, "vsic_codes", `the class "${code}" stands on no shelf in ${TABLES.categories.file}.`)
    }
  }

  const product = reporter("products")
  for (const { line, row } of read.products.rows) {
    if (unknown("communes", row.commune_code)) product(line, "commune_code", noCommune(row.commune_code))
    if (row.village_id !== null && unknown("villages", row.village_id)) {
      product(line, "village_id", `there is no craft village "${row.village_id}".`)
    }
    if (unknown("categories", row.category)) product(line, "category", `there is no category "${row.category}".`)
    else if (unknown("industries", row.vsic_code)) product(line, "vsic_code", noIndustry(row.vsic_code))
    else if (shelved && shelves.get(row.vsic_code) !== row.category) {
      product(line, "vsic_code", `the class "${row.vsic_code}" does not stand on the shelf "${row.category}".`)
    }
    if (row.price_min > row.price_max) product(line, "price_max", "the highest price is below the lowest.")
  }
  return problems
}

type Rates = Content["shippingRates"]["rows"]

/** A step must have a width and a time, and two of one area that begin on one day must not both claim a weight. */
function badRates(rows: Rates) {
  return rows.flatMap(({ line, row }, index) => {
    const bad = (column: string, message: string) => [{ line, column, message }]
    const { area, over_grams, to_grams, valid_from, valid_to } = row
    if (to_grams <= over_grams) return bad("to_grams", `the step ends at ${to_grams} g, before it begins.`)
    if (valid_to !== null && valid_to < valid_from)
      return bad("valid_to", `the rate ends on ${valid_to}, before it begins.`)
    const rival = rows.slice(0, index).find(({ row: other }) => {
      const together = other.area === area && other.valid_from === valid_from
      return together && other.over_grams < to_grams && over_grams < other.to_grams
    })
    return rival ? bad("over_grams", `the step overlaps "${rival.row.id}" on line ${rival.line}.`) : []
  })
}

type Place = { latitude: number; longitude: number }

/** Distance on a flat map, good to a percent within a province. */
function kilometres(a: Place, b: Place): number {
  const north = (a.latitude - b.latitude) * 111.2
  const east = (a.longitude - b.longitude) * 111.3 * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
