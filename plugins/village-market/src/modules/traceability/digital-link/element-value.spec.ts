import { allApplicationIdentifiers, applicationIdentifier, PRIMARY_KEYS } from "./application-identifiers"
import { fitsFormat } from "./element-value"

const fits = (ai: string, value: string) => fitsFormat(value, applicationIdentifier(ai)?.format ?? "")

describe("values of application identifiers", () => {
  it.each([
    ["10", "K7MH-3QWA"],
    ["10", "a".repeat(20)],
    ["17", "270100"],
    ["17", "280229"],
    ["3103", "000195"],
    ["253", "1231231231232"],
    ["8003", "09520123456788XYZ"],
    ["8008", "26112423"],
    ["8008", "2611242359"],
    ["7007", "261124261125"],
    ["7250", "20000229"],
    ["423", "704156"],
  ])("(%s) may be %s", (ai, value) => expect(fits(ai, value)).toBe(true))

  it.each([
    ["10", ""],
    ["10", "a".repeat(21)],
    ["10", "lô gốm"],
    ["10", "a b"],
    ["10", "a\u0000"],
    ["17", "270229"],
    ["17", "271301"],
    ["7006", "270100"],
    ["3103", "00195"],
    ["253", "1231231231233"],
    ["8003", "19520123456788"],
    ["8008", "26112424"],
    ["7250", "19000229"],
    ["423", "70415"],
    ["4321", "2"],
    ["01", "٠٩٥٢٠١٢٣٤٥٦٧٨٨"],
  ])("(%s) may not be %p", (ai, value) => expect(fits(ai, value)).toBe(false))

  it("knows each identifier once, and every key and qualifier among them", () => {
    const all = allApplicationIdentifiers().map(({ ai }) => ai)
    expect(new Set(all).size).toBe(all.length)
    for (const [key, sequences] of Object.entries(PRIMARY_KEYS))
      expect(all).toEqual(expect.arrayContaining([key, ...sequences.flat()]))
  })
})
