import { resolve } from "node:path"
import { parseReferenceData } from "./parse-reference-data"
import { problemReport } from "./problem"
import { readFolder } from "./read-folder"

const DATA = resolve(__dirname, "../../../../../../data")

let files: Map<string, Uint8Array>
beforeAll(async () => {
  files = await readFolder(DATA)
})

/** What is said of the shop's own data after one change. */
function problemsAfter(file: string, change: (text: string) => string | Uint8Array): string[] {
  const before = Buffer.from(files.get(file) ?? []).toString("utf8")
  const after = change(before)
  expect(after).not.toEqual(before)
  const parsed = parseReferenceData(new Map(files).set(file, Buffer.from(after)))
  return parsed.ok ? [] : problemReport(parsed.problems).split("\n").slice(1)
}

const swap = (from: string, to: string) => (text: string) => text.replace(from, to)

describe("reading the reference data", () => {
  it("takes the shop's own files whole", () => {
    const parsed = parseReferenceData(files)
    expect(parsed.ok && Object.values(parsed.data).map((rows) => rows.length)).toEqual([
      34, 3321, 129, 404, 223, 12, 3, 12, 34, 4, 13, 5, 18, 20, 2, 40, 60,
    ])
  })

  const cases: [name: string, file: string, change: (text: string) => string | Uint8Array, said: string[]][] = [
    [
      "an unknown province",
      "communes.csv",
      swap("00008,Phường Ngọc Hà,01", "00008,Phường Ngọc Hà,99"),
      ['communes.csv, line 3, column province_code: there is no province with the code "99".'],
    ],
    [
      "an unknown commune",
      "craft-villages.csv",
      swap('nội thất",13834', 'nội thất",99999'),
      ['craft-villages.csv, line 2, column commune_code: there is no commune with the code "99999".'],
    ],
    [
      "a shipping step claimed twice",
      "shipping-rates.csv",
      swap("nationwide,parcel,1000,", "nationwide,parcel,900,"),
      ['shipping-rates.csv, line 12, column over_grams: the step overlaps "nationwide-parcel-2026" on line 11.'],
    ],
    [
      "a shipping step without width",
      "shipping-rates.csv",
      swap("parcel,0,5000,", "parcel,6000,5000,"),
      ["shipping-rates.csv, line 2, column to_grams: the step ends at 5000 g, before it begins."],
    ],
    [
      "a rate that ends before it begins",
      "shipping-rates.csv",
      swap("10000,0,2026-07-01,,", "10000,0,2026-07-01,2026-06-30,"),
      ["shipping-rates.csv, line 2, column valid_to: the rate ends on 2026-06-30, before it begins."],
    ],
    [
      "a region of no province",
      "shipping-regions.csv",
      swap("96,south", "99,south"),
      ['shipping-regions.csv, line 35, column province_code: there is no province with the code "99".'],
    ],
    [
      "an unknown VSIC class",
      "products.csv",
      swap("150000,3101,940350", "150000,3102,940350"),
      ['products.csv, line 2, column vsic_code: VSIC 2025 has no class "3102" in vsic-2025.csv.'],
    ],
    [
      "a class on the wrong shelf",
      "products.csv",
      swap("150000,3101,940350", "150000,23960,940350"),
      ['products.csv, line 2, column vsic_code: the class "23960" does not stand on the shelf "do-go".'],
    ],
    [
      "a class on two shelves",
      "categories.csv",
      swap("16292 3109", "16292 3101"),
      ['categories.csv, line 3, column vsic_codes: the class "3101" stands already on the shelf "do-go".'],
    ],
    [
      "an unknown category",
      "products.csv",
      swap("Gỗ gụ,do-go", "Gỗ gụ,do-xe"),
      ['products.csv, line 2, column category: there is no category "do-xe".'],
    ],
    [
      "a duplicate code",
      "provinces.csv",
      (text) => `${text}01,Hà Nội,Thành phố Hà Nội,Hanoi\n`,
      ['provinces.csv, line 36, column code: "01" stands already on line 2.'],
    ],
    [
      "latitude and longitude swapped",
      "ninh-binh-communes.csv",
      swap("20.53069,105.92795", "105.92795,20.53069"),
      [
        "ninh-binh-communes.csv, line 2, column latitude: the latitude 105.92795 lies outside Viet Nam (6.5 to 23.5).",
        "ninh-binh-communes.csv, line 2, column longitude: the longitude 20.53069 lies outside Viet Nam (102 to 118).",
      ],
    ],
    [
      "a coordinate with a comma",
      "craft-villages.csv",
      swap("20.332,106.029", '"20,332",106.029'),
      ['craft-villages.csv, line 2, column latitude: "20,332" is not a coordinate in degrees.'],
    ],
    [
      "a village far from its commune",
      "craft-villages.csv",
      swap("20.332,106.029", "20.832,106.029"),
      [
        "craft-villages.csv, line 2, column latitude + longitude: the place lies 55 km from the centre of its commune, Vũ Dương.",
      ],
    ],
    [
      "a bad number",
      "products.csv",
      swap("25000000,150000000", "25 triệu,150000000"),
      ['products.csv, line 2, column price_min: "25 triệu" is not a number.'],
    ],
    [
      "half a đồng",
      "products.csv",
      swap("25000000,150000000", "25000000.5,150000000"),
      ['products.csv, line 2, column price_min: "25000000.5" is not a whole number.'],
    ],
    [
      "an empty cell",
      "products.csv",
      swap("Gỗ gụ,do-go,la-xuyen,13834,cái", "Gỗ gụ,do-go,la-xuyen,13834,"),
      ["products.csv, line 2, column unit: the cell is empty."],
    ],
    [
      "a NUL byte",
      "provinces.csv",
      swap("Hanoi", "Ha\u0000noi"),
      ["provinces.csv, line 2, column name_en: the cell holds a line break or control character."],
    ],
    [
      "a missing column",
      "communes.csv",
      swap("code,full_name,province_code", "code,full_name,province"),
      [
        "communes.csv, line 1, column province_code: the column is missing.",
        "communes.csv, line 1, column province: this column is not known.",
      ],
    ],
    [
      "a row cut short",
      "communes.csv",
      swap("00008,Phường Ngọc Hà,01", "00008,Phường Ngọc Hà"),
      ["communes.csv, line 3: the row has 2 cells and should have 3."],
    ],
    ["an empty file", "provinces.csv", () => "", ["provinces.csv, line 1: the file is empty."]],
    [
      "another encoding",
      "provinces.csv",
      (text) => Buffer.from(text, "latin1"),
      ["provinces.csv, line 1: the file is not UTF-8 text."],
    ],
  ]
  it.each(cases)("refuses %s, saying where", (_name, file, change, said) => {
    expect(problemsAfter(file, change)).toEqual(said)
  })

  it("refuses a quotation that never ends, saying where it begins", () => {
    const [only, ...others] = problemsAfter("provinces.csv", swap("04,Cao Bằng", '04,"Cao Bằng'))
    expect(only).toMatch(/^provinces\.csv, line \d+: this is not CSV: /)
    expect(others).toEqual([])
  })

  it("names a missing file once, not in every row that points into it", () => {
    const rest = new Map(files)
    rest.delete("communes.csv")
    const parsed = parseReferenceData(rest)
    expect(parsed).toEqual({
      ok: false,
      problems: [{ file: "communes.csv", line: 1, message: "the file is missing." }],
    })
  })

  it("collects everything and shows the first twenty", () => {
    const said = problemsAfter("communes.csv", (text) => text.replaceAll(/,01$/gm, ",00"))
    expect(said).toHaveLength(21)
    expect(said[20]).toBe("… and 106 more.")
  })

  it("reads columns in any order, a byte order mark and decomposed letters", () => {
    const bytes = Buffer.from(files.get("provinces.csv") ?? [])
    const rows = bytes
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split(",").reverse().join(","))
    const strange = Buffer.from(`\uFEFF${rows.join("\r\n").normalize("NFD")}\r\n`)
    const parsed = parseReferenceData(new Map(files).set("provinces.csv", strange))
    const usual = parseReferenceData(files)
    expect(parsed.ok && parsed.data.provinces).toEqual(usual.ok && usual.data.provinces)
  })
})
