import type { JsonObject } from "./event-hash"
import { profileFindings } from "./profile"
import { validateEvent } from "./validate"

const now = new Date("2026-11-24T08:00:00Z")
const harvest: JsonObject = {
  type: "ObjectEvent",
  eventTime: "2026-11-24T15:00:00+07:00",
  eventTimeZoneOffset: "+07:00",
  action: "ADD",
  quantityList: [{ epcClass: "https://cho.example/lot/K7MH-3QWA", quantity: 12.5, uom: "KGM" }],
  "vm:note": "<script>alert(1)</script> '; drop table lot; --",
}
const of = (change: JsonObject) => {
  const event = { ...harvest, ...change }
  // What the standard refuses is no matter of the profile.
  expect(validateEvent(event)).toEqual([])
  return profileFindings(event, now).map(({ path, code }) => [path, code])
}
const quantity = (element: JsonObject) => of({ quantityList: [{ epcClass: "urn:x:1", ...element }] })

describe("our profile of EPCIS", () => {
  it("takes an event of now, and HTML and SQL as the plain text they are", () => {
    expect(of({})).toEqual([])
  })

  it("takes a clock ten minutes ahead, and no more", () => {
    expect(of({ eventTime: "2026-11-24T08:10:00Z" })).toEqual([])
    expect(of({ eventTime: "2026-11-24T08:10:00.001Z" })).toEqual([["/eventTime", "in_the_future"]])
    expect(of({ eventTime: "2126-11-24T08:10:00Z" })).toEqual([["/eventTime", "in_the_future"]])
    expect(of({ errorDeclaration: { declarationTime: "2026-11-24T09:00:00Z" } })).toEqual([
      ["/errorDeclaration/declarationTime", "in_the_future"],
    ])
  })

  it.each(["1899-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2016-12-31T23:59:60Z"])(
    "refuses the time %s",
    (eventTime) => {
      expect(of({ eventTime })).toEqual([["/eventTime", "not_a_time"]])
    },
  )

  it.each(["2026-11-24 08:00:00Z", "2026-11-24T15:00:00+0700", "2026-11-24T15:00:00+07"])(
    "reads the time %s",
    (eventTime) => {
      expect(of({ eventTime })).toEqual([])
    },
  )

  it("counts whole pieces, and weighs with a unit to the gram", () => {
    expect(quantity({ quantity: 3 })).toEqual([])
    expect(quantity({ quantity: 0.001, uom: "KGM" })).toEqual([])
    expect(quantity({ quantity: 0.1 + 0.2, uom: "KGM" })).toEqual([["/quantityList/0/quantity", "not_allowed"]])
    expect(quantity({ quantity: 2.5 })).toEqual([["/quantityList/0/quantity", "not_allowed"]])
    expect(quantity({ quantity: -1 })).toEqual([["/quantityList/0/quantity", "not_allowed"]])
    expect(quantity({ quantity: 1e300, uom: "KGM" })).toEqual([["/quantityList/0/quantity", "not_allowed"]])
    expect(quantity({ uom: "KGM" })).toEqual([["/quantityList/0/uom", "not_allowed"]])
  })

  it("asks a sensor for its unit if it names one", () => {
    const sensorElementList = [{ sensorReport: [{ type: "Temperature", value: 900, uom: "" }] }]
    expect(of({ sensorElementList })).toEqual([["/sensorElementList/0/sensorReport/0/uom", "empty"]])
  })

  it("bounds lengths and counts", () => {
    expect(of({ "vm:note": "a".repeat(4_000) })).toEqual([])
    expect(of({ "vm:note": "a".repeat(4_001) })).toEqual([["/vm:note", "too_long"]])
    expect(of({ epcList: [`urn:x:${"a".repeat(495)}`] })).toEqual([["/epcList/0", "too_long"]])
    expect(of({ epcList: Array.from({ length: 1_001 }, (_, at) => `urn:x:${at}`) })).toEqual([["/epcList", "too_many"]])
    expect(of({ "vm:o": Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`a${at}`, 1])) })).toEqual([
      ["/vm:o", "too_many"],
    ])
    expect(of({ [`vm:${"a".repeat(200)}`]: 1 })[0]?.[1]).toBe("too_long")
  })

  it("stores no event types of others", () => {
    expect(of({ type: "ex:Event" })).toEqual([["/type", "not_allowed"]])
  })
})
