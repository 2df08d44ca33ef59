import { checklist, countMissing, type ProfileLot } from "./checklist"
import { TRACE_FIELDS, type TraceField, type TraceRule } from "./trace-fields"

const rule = (field: TraceField, more: Partial<TraceRule> = {}): TraceRule => ({
  ...{ id: field, field, name_vi: field, name_en: field, duty: "always", valid_from: "2024-06-01", valid_to: null },
  ...{ basis: "TT 02/2024/TT-BKHCN", certainty: "cited", ...more },
})

const whole: ProfileLot = {
  code: "K7MH-3QWA",
  uri: "https://cho.example/lot/K7MH-3QWA",
  title: "Bình gốm",
  photos: ["https://cho.example/uploads/a.jpg"],
  producer_name: "Hộ ông Thắng",
  producer_address: "Xã Yên Mô, Tỉnh Ninh Bình",
  origin: "Gốm Bồ Bát, Xã Yên Mô",
  stages: [{ name: "Nung", product_code: "https://c/lot/K", place: "https://c/v", time: "2026-10-02T00:00:00+07:00" }],
  made_on: "2026-10-02",
  expires_on: "2027-01-31",
  brand: { kind: "text", text: "Bồ Bát" },
  standards: { kind: "text", text: "TCCS 01:2026" },
}
const state = (change: Partial<ProfileLot>, asked: TraceRule, day = "2026-11-24") =>
  checklist({ ...whole, ...change }, [asked], day)[0]

describe("what the law asks of a lot", () => {
  it("misses nothing in a whole one, and says what it found", () => {
    const items = checklist(
      whole,
      TRACE_FIELDS.map((field) => rule(field)),
      "2026-11-24",
    )
    expect(items.map(({ state }) => state)).toEqual(TRACE_FIELDS.map(() => "present"))
    expect(countMissing(items)).toBe(0)
    expect(items[4]).toMatchObject({ values: ["Nung, 2026-10-02"] })
  })

  const gaps: [TraceField, Partial<ProfileLot>][] = [
    ["product_name", { title: "  " }],
    ["image", { photos: [] }],
    ["producer_name", { producer_name: null }],
    ["producer_address", { producer_address: null }],
    ["stages", { stages: [] }],
    ["stages", { stages: [{ name: "Nung", product_code: "x", place: null, time: "2026-10-02" }] }],
    ["made_on", { made_on: "" }],
    ["code", { uri: "" }],
    ["brand", { brand: { kind: "unsaid" } }],
    ["brand", { brand: { kind: "text", text: "" } }],
    ["expiry", { expires_on: null }],
    ["standards", { standards: { kind: "unsaid" } }],
    ["standards", { standards: { kind: "none" } }],
    ["origin", { origin: null }],
  ]
  it.each(gaps)("misses %s of %j", (field, change) => {
    expect(state(change, rule(field))).toMatchObject({ state: "missing" })
  })

  it("takes 'none' for what there need not be, and never for what was not asked", () => {
    const ifAny = { duty: "if_any" } as const
    expect(state({ brand: { kind: "none" } }, rule("brand", ifAny))).toMatchObject({ reason: "none_declared" })
    expect(state({ brand: { kind: "unsaid" } }, rule("brand", ifAny))).toMatchObject({ state: "missing" })
    expect(state({ expires_on: null }, rule("expiry", ifAny))).toMatchObject({ reason: "no_expiry" })
    expect(state({ photos: [] }, rule("image", ifAny))).toMatchObject({ state: "missing" })
  })

  it("asks only what is in force on the day, first and last day too", () => {
    const dated = rule("image", { valid_from: "2026-01-23", valid_to: "2026-12-31" })
    for (const [day, asked] of [
      ["2026-01-22", 0],
      ["2026-01-23", 1],
      ["2026-12-31", 1],
      ["2027-01-01", 0],
    ] as const)
      expect([day, checklist(whole, [dated], day).length]).toEqual([day, asked])
  })
})
