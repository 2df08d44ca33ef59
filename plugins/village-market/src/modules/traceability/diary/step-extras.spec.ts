import type { EpcisEvent } from "../repository/epcis-event"
import { publicRecord } from "../repository/public-record"
import { extrasOf, withExtras } from "./step-extras"

const event: EpcisEvent = {
  type: "ObjectEvent",
  eventTime: "2026-11-24T08:00:00+07:00",
  eventTimeZoneOffset: "+07:00",
  action: "OBSERVE",
  bizStep: "https://cho.example.vn/lot/terms#firing",
  quantityList: [{ epcClass: "https://cho.example.vn/lot/K7MH-3QWA" }],
  "vm:step": "firing",
}
const counts = { asks_input: false }
const uses = { asks_input: true }

describe("what is told of a step", () => {
  it("is the lot's own amount in EPCIS's field, with the unit's code where it has one", () => {
    expect(withExtras(event, { amount: 40, unit: "cái" }, counts)).toMatchObject({
      quantityList: [{ epcClass: "https://cho.example.vn/lot/K7MH-3QWA", quantity: 40 }],
      "vm:unit": "cái",
    })
    const [weighed] = [withExtras(event, { amount: 12.5, unit: "kg" }, counts)]
    expect(weighed?.quantityList).toEqual([
      { epcClass: "https://cho.example.vn/lot/K7MH-3QWA", quantity: 12.5, uom: "KGM" },
    ])
    expect(weighed).not.toHaveProperty(["vm:unit"])
  })

  it("is of what was used where the step asks for that, and leaves the lot uncounted", () => {
    const sprayed = withExtras(event, { amount: 20, unit: "kg", input: "Phân chuồng" }, uses)
    expect(sprayed["vm:input"]).toEqual({ "vm:name": "Phân chuồng", "vm:quantity": 20, "vm:uom": "KGM" })
    expect(sprayed.quantityList).toEqual(event.quantityList)
  })

  it("adds nothing where nothing is told", () => {
    expect(withExtras(event, {}, counts)).toEqual(event)
    expect(withExtras(event, { unit: "kg" }, uses)).toEqual(event)
  })

  it.each([
    [{ amount: 40, unit: "cái" }, counts],
    [{ amount: 12.5, unit: "kg" }, counts],
    [{ amount: 3, unit: "bao", input: "Đất sét" }, uses],
    [{ input: "Men tro" }, uses],
    [{ amount: 7 }, counts],
    [{}, counts],
  ])("is read back as it was told: %j", (told, word) => {
    expect(extrasOf(withExtras(event, told, word))).toEqual(told)
  })

  it("never reaches the public form, but for the digests of photos", () => {
    const told = { amount: 41, unit: "bao", input: "Phân chuồng", photos: ["ab".repeat(32)], photo_of: "cd".repeat(32) }
    const whole = { ...withExtras(event, told, uses), eventID: "ni:///x", recordTime: "2026-11-24T01:00:00.000Z" }
    const text = JSON.stringify(publicRecord(whole, "ef".repeat(32), { inDiary: true }))
    expect(text).not.toMatch(/41|bao|Phân/)
    expect(text).toContain("ab".repeat(32))
    expect(text).toContain("cd".repeat(32))
  })
})
