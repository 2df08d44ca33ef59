import { FIRST_WORDS } from "../diary/first-words"
import { COMMISSIONING } from "../diary/vocabulary"
import { lotRecord, type NewRecord } from "./lot-record"

const word = (id: string) => FIRST_WORDS.find((one) => one.id === id) ?? COMMISSIONING

const firing: NewRecord = {
  publicUrl: "https://cho.example.vn/",
  code: "K7MH-3QWA",
  event_id: "urn:uuid:4f0d4f5e-8d4c-4a55-9f0e-0c7e5f7f6f11",
  word: word("firing"),
  happened_at: "2026-10-02",
  recorded_at: new Date("2026-10-03T01:00:00Z"),
  producer_id: "prod_hh_1",
  place: { village: { id: "bo-bat", name: "Gốm Bồ Bát" }, commune: { code: "14362", full_name: "Xã Yên Mô" } },
}

describe("the record of a step", () => {
  it("is an EPCIS observation of the lot with our own word where GS1 has none", () => {
    expect(lotRecord(firing)).toEqual({
      type: "ObjectEvent",
      eventID: firing.event_id,
      eventTime: "2026-10-02T00:00:00+07:00",
      eventTimeZoneOffset: "+07:00",
      recordTime: "2026-10-03T01:00:00.000Z",
      action: "OBSERVE",
      bizStep: "https://cho.example.vn/lot/terms#firing",
      quantityList: [{ epcClass: "https://cho.example.vn/lot/K7MH-3QWA" }],
      readPoint: { id: "https://cho.example.vn/market/villages/bo-bat" },
      "vm:producer": "prod_hh_1",
      "vm:step": "firing",
      "vm:stepName": "Nung",
      "vm:stepNameEn": "Fired",
      "vm:timePrecision": "day",
      "vm:village": "Gốm Bồ Bát",
      "vm:commune": "Xã Yên Mô",
    })
  })

  it("uses GS1's word where there is one", () => {
    expect(lotRecord({ ...firing, word: word("packing") }).bizStep).toBe("packing")
  })

  it("places a household outside the villages in its commune", () => {
    const { readPoint } = lotRecord({ ...firing, place: { ...firing.place, village: null } })
    expect(readPoint).toEqual({ id: "https://cho.example.vn/market?commune=14362" })
  })

  it("carries a note only when there is one", () => {
    expect(lotRecord({ ...firing, note: "Lò củi" })).toHaveProperty(["vm:note"], "Lò củi")
    expect(lotRecord(firing)).not.toHaveProperty(["vm:note"])
  })
})

describe("the record of a lot's making", () => {
  const made = lotRecord({ ...firing, word: COMMISSIONING, lot: { title: "Bình gốm", expires_on: "2027-01-31" } })

  it("adds the lot, with what is true of all of it", () => {
    expect(made).toMatchObject({ action: "ADD", bizStep: "commissioning", disposition: "active" })
    expect(made.ilmd).toEqual({
      "cbvmda:lotNumber": "K7MH-3QWA",
      "cbvmda:itemExpirationDate": "2027-01-31",
      "vm:product": "Bình gốm",
    })
  })

  it("says nothing of how many there are", () => {
    expect(JSON.stringify(made)).not.toMatch(/"quantity"/)
  })
})
