import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { asValue } from "@medusajs/framework/awilix"
import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import { importReferenceDataWorkflow } from "../../plugins/village-market/src/workflows/import-reference-data"

const TABLES = [
  ...["province", "commune", "former_unit", "industry", "category", "vat_rate"],
  ...["shipping_rate", "shipping_region", "commission_rate", "withholding_rate", "order_time_limit", "lot_yield"],
  ...["trace_field", "certificate_term", "craft_village"],
]
const SCHEMA = "import_spec"

/** The shop's tables once more, empty and in a schema of their own, so that the shared shop is not disturbed. */
let connection: Knex
let folder: string

beforeAll(async () => {
  connection = knex({ client: "pg", connection: process.env.TEST_DATABASE_URL, searchPath: [SCHEMA], pool: { max: 4 } })
  await connection.raw(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE; CREATE SCHEMA ${SCHEMA}`)
  for (const table of TABLES) {
    await connection.raw(`CREATE TABLE ${SCHEMA}.${table} (LIKE public.${table} INCLUDING ALL)`)
  }
})

afterAll(async () => {
  await connection.raw(`DROP SCHEMA ${SCHEMA} CASCADE`)
  await connection.destroy()
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reference-"))
  cpSync(resolve(__dirname, "../../data"), folder, { recursive: true })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function importFolder() {
  const container = createMedusaContainer()
  container.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(connection))
  const { result } = await importReferenceDataWorkflow(container).run({ input: { dir: folder } })
  return result
}

const change = (file: string, from: string, to: string) => {
  const before = readFileSync(join(folder, file), "utf8")
  expect(before).toContain(from)
  writeFileSync(join(folder, file), before.replace(from, to))
}

const everything = async () => Promise.all(TABLES.map((table) => connection(table).select("*").orderByRaw("1")))

describe("importing the reference data", () => {
  it("refuses a broken file with a report and writes nothing of any file", async () => {
    change("craft-villages.csv", "20.332,106.029", "106.029,20.332")
    await expect(importFolder()).rejects.toMatchObject({
      type: "invalid_data",
      message: expect.stringContaining(
        "nothing was imported.\ncraft-villages.csv, line 2, column latitude: the latitude 106.029 lies outside Viet Nam",
      ),
    })
    expect((await everything()).flat()).toEqual([])
  })

  it("brings everything in, and finds nothing to do the second time", async () => {
    expect(await importFolder()).toEqual({
      province: { added: 34, changed: 0, same: 0 },
      commune: { added: 3321, changed: 0, same: 0 },
      former_unit: { added: 404, changed: 0, same: 0 },
      industry: { added: 223, changed: 0, same: 0 },
      category: { added: 12, changed: 0, same: 0 },
      vat_rate: { added: 3, changed: 0, same: 0 },
      shipping_rate: { added: 12, changed: 0, same: 0 },
      commission_rate: { added: 4, changed: 0, same: 0 },
      withholding_rate: { added: 13, changed: 0, same: 0 },
      order_time_limit: { added: 5, changed: 0, same: 0 },
      lot_yield: { added: 18, changed: 0, same: 0 },
      trace_field: { added: 20, changed: 0, same: 0 },
      certificate_term: { added: 2, changed: 0, same: 0 },
      shipping_region: { added: 34, changed: 0, same: 0 },
      craft_village: { added: 40, changed: 0, same: 0 },
    })
    const before = await everything()
    const again = await importFolder()
    expect(Object.values(again).map(({ added, changed }) => added + changed)).toEqual(TABLES.map(() => 0))
    expect(await everything()).toEqual(before)
  })

  it("touches only the row that differs, and brings back a deleted one", async () => {
    await connection("craft_village").where({ id: "ninh-xa" }).update({ deleted_at: new Date() })
    change("craft-villages.csv", "la-xuyen,La Xuyên", "la-xuyen,Làng La Xuyên")
    const counts = await importFolder()
    expect(counts.craft_village).toEqual({ added: 0, changed: 2, same: 38 })
    expect(counts.commune).toEqual({ added: 0, changed: 0, same: 3321 })
    const rows = await connection("craft_village").whereIn("id", ["la-xuyen", "ninh-xa"]).orderBy("id")
    expect(rows).toMatchObject([{ name: "Làng La Xuyên" }, { name: "Ninh Xá", deleted_at: null }])
  })

  it("adds a new shipping rate, and refuses the whole folder when one that is there reads differently", async () => {
    const rates = join(folder, "shipping-rates.csv")
    const before = readFileSync(rates, "utf8")
    writeFileSync(rates, `${before}nationwide-2027,nationwide,parcel,0,1000,39000,0,2027-01-01,,A new list\n`)
    expect((await importFolder()).shipping_rate).toEqual({ added: 1, changed: 0, same: 12 })
    const whole = await everything()
    change("shipping-rates.csv", "0,1000,20000,0", "0,1000,21000,0")
    change("provinces.csv", "Hanoi", "Ha Noi")
    await expect(importFolder()).rejects.toMatchObject({
      type: "invalid_data",
      message: expect.stringContaining('shipping_rate: "same-province-parcel-2026" differs'),
    })
    expect(await everything()).toEqual(whole)
  })

  it("takes back what it wrote when the database refuses a later table", async () => {
    await connection.raw("ALTER TABLE craft_village ADD CONSTRAINT short CHECK (name <> 'Refused')")
    const before = await everything()
    change("provinces.csv", "Hanoi", "Ha Noi")
    change("craft-villages.csv", "ninh-xa,Ninh Xá", "ninh-xa,Refused")
    await expect(importFolder()).rejects.toMatchObject({ message: expect.stringContaining("short") })
    expect(await everything()).toEqual(before)
  })

  it("lets two imports at once both succeed", async () => {
    change("provinces.csv", "Hanoi", "Ha Noi")
    const both = await Promise.all([importFolder(), importFolder()])
    expect(both.map(({ province }) => province.changed).sort()).toEqual([0, 1])
  })
})
