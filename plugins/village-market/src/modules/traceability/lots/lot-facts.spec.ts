import { COMMISSIONING } from "../diary/vocabulary"
import { lotEvent } from "./lot-event"
import { lotFacts, recordedNote } from "./lot-facts"

const common = {
  publicUrl: "https://cho.example.vn",
  code: "K7MH-3QWA",
  producer_id: "prod_hh_1",
  place: { village: null, commune: { code: "14362", full_name: "Xã Yên Mô" } },
}
const step = lotEvent({ ...common, word: COMMISSIONING, happened_at: "2026-10-01", note: "Lò củi" })
const making = lotEvent({
  ...common,
  word: COMMISSIONING,
  happened_at: "2026-10-03",
  lot: { title: "Bình gốm", made_on: "2026-10-03", expires_on: "2027-10-03", quantity: 10, unit: "cái" },
})

describe("the facts of a lot", () => {
  it("are read from the record of its making, wherever it stands", () => {
    expect(lotFacts([step, making])).toEqual({
      title: "Bình gốm",
      made_on: "2026-10-03",
      made_from: [],
      expires_on: "2027-10-03",
      village: null,
      commune: "Xã Yên Mô",
    })
  })

  it("are unknown without it", () => {
    expect(lotFacts([step])).toBeUndefined()
  })

  it("leave notes to the steps", () => {
    expect(recordedNote(step)).toBe("Lò củi")
    expect(recordedNote(making)).toBeNull()
  })
})
