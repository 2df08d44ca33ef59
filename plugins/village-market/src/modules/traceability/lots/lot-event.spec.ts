import { FIRST_WORDS } from "../diary/first-words"
import { COMMISSIONING } from "../diary/vocabulary"
import { type LotStepEvent, lotEvent } from "./lot-event"

const word = (id: string) => FIRST_WORDS.find((one) => one.id === id) ?? COMMISSIONING

const firing: LotStepEvent = {
  publicUrl: "https://cho.example.vn/",
  code: "K7MH-3QWA",
  word: word("firing"),
  happened_at: "2026-10-02",
  producer_id: "prod_hh_1",
  place: { village: { id: "bo-bat", name: "Gốm Bồ Bát" }, commune: { code: "14362", full_name: "Xã Yên Mô" } },
}

describe("the record of a step", () => {
  it("is an EPCIS observation of the lot with our own word where GS1 has none", () => {
    expect(lotEvent(firing)).toEqual({
      type: "ObjectEvent",
      eventTime: "2026-10-02T00:00:00+07:00",
      eventTimeZoneOffset: "+07:00",
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
    expect(lotEvent({ ...firing, word: word("packing") }).bizStep).toBe("packing")
  })

  it("places a household outside the villages in its commune", () => {
    const { readPoint } = lotEvent({ ...firing, place: { ...firing.place, village: null } })
    expect(readPoint).toEqual({ id: "https://cho.example.vn/market?commune=14362" })
  })

  it("carries a note only when there is one", () => {
    expect(lotEvent({ ...firing, note: "Lò củi" })).toHaveProperty(["vm:note"], "Lò củi")
    expect(lotEvent(firing)).not.toHaveProperty(["vm:note"])
  })
})

describe("the record of a lot's making", () => {
  const made = lotEvent({
    ...firing,
    word: COMMISSIONING,
    lot: { title: "Bình gốm", made_on: "2026-10-02", expires_on: "2027-01-31", quantity: 10, unit: "cái" },
  })

  it("adds the lot, with what is true of all of it", () => {
    expect(made).toMatchObject({ action: "ADD", bizStep: "commissioning", disposition: "active" })
    expect(made.ilmd).toEqual({
      "cbvmda:lotNumber": "K7MH-3QWA",
      "cbvmda:itemExpirationDate": "2027-01-31",
      "vm:product": "Bình gốm",
    })
  })

  it("says how many there are, with GS1's code where the unit is a measure", () => {
    expect(made.quantityList).toEqual([{ epcClass: "https://cho.example.vn/lot/K7MH-3QWA", quantity: 10 }])
    const rice = lotEvent({
      ...firing,
      word: COMMISSIONING,
      lot: { title: "Gạo", made_on: "2026-10-02", expires_on: null, quantity: 25.5, unit: "kg" },
    })
    expect(rice.quantityList).toEqual([
      { epcClass: "https://cho.example.vn/lot/K7MH-3QWA", quantity: 25.5, uom: "KGM" },
    ])
  })
})
