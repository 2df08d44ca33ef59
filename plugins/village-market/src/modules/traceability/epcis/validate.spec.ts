import type { JsonObject } from "./event-hash"
import { validateEnvelope, validateEpcis, validateEvent } from "./validate"

const sowing: JsonObject = {
  type: "ObjectEvent",
  eventTime: "2026-03-02T07:30:00+07:00",
  eventTimeZoneOffset: "+07:00",
  action: "ADD",
  quantityList: [{ epcClass: "https://cho.example/lot/K7MH-3QWA", quantity: 12.5, uom: "KGM" }],
}
const documentOf = (...eventList: JsonObject[]) => ({
  "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
  type: "EPCISDocument",
  schemaVersion: "2.0",
  creationDate: "2026-03-02T07:30:00Z",
  epcisBody: { eventList },
})

describe("the validator of EPCIS", () => {
  it("says where and what is wrong, every finding of it", () => {
    const wrong = {
      ...sowing,
      eventTime: "yesterday",
      bizStep: "firing",
      note: "x",
      quantityList: [{ epcClass: "K7MH 3QWA", quantity: "12.5", uom: "kg", "ex:a/b~": 1 }],
    }
    expect(validateEpcis(documentOf(sowing, wrong)).map(({ path, code }) => [path, code])).toEqual([
      ["/epcisBody/eventList/1/eventTime", "not_a_time"],
      ["/epcisBody/eventList/1/quantityList/0/epcClass", "not_a_uri"],
      ["/epcisBody/eventList/1/quantityList/0/quantity", "wrong_type"],
      ["/epcisBody/eventList/1/quantityList/0/uom", "wrong_form"],
      ["/epcisBody/eventList/1/quantityList/0/ex:a~1b~0", "unknown_member"],
      ["/epcisBody/eventList/1/bizStep", "not_in_vocabulary"],
      ["/epcisBody/eventList/1/note", "unknown_member"],
    ])
  })

  it("judges an envelope without its events, and an event on its way", () => {
    const broken = documentOf({ type: "Nonsense" })
    expect(validateEnvelope(broken)).toEqual([])
    expect(validateEvent({ ...sowing, action: "EAT" }, ["epcisBody", "eventList", 7])).toEqual([
      {
        path: "/epcisBody/eventList/7/action",
        code: "not_in_vocabulary",
        message: "Must be one of ADD, OBSERVE, DELETE.",
      },
    ])
    expect(validateEnvelope(sowing)).toEqual([expect.objectContaining({ path: "", code: "not_in_vocabulary" })])
  })

  it("asks for the context where an event comes by itself", () => {
    expect(validateEpcis(sowing)).toEqual([{ path: "/@context", code: "missing", message: "Is missing." }])
    expect(validateEvent(sowing)).toEqual([])
  })

  it("stops after fifty findings and says so", () => {
    const findings = validateEpcis(documentOf(...Array(100).fill({ ...sowing, action: "EAT" })))
    expect(findings).toHaveLength(51)
    expect(findings.at(-1)?.code).toBe("too_many_findings")
  })

  it.each([null, 1, "x", [], [sowing], {}, { type: 1 }])("refuses %j", (value) => {
    expect(validateEpcis(value)).toHaveLength(1)
  })

  it("takes no inherited member for one of the document", () => {
    const wrong = JSON.parse('{"__proto__": 1, "constructor": 1, "toString": 1}')
    expect(validateEvent({ ...sowing, ...wrong }).map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/constructor", "/toString"]),
    )
  })
})
