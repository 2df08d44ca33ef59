import type { StoredEvent } from "./epcis-event"
import { EVENT_DIGEST, publicRecord } from "./public-record"

const event: StoredEvent = {
  type: "ObjectEvent",
  eventID: "ni:///sha-256;ab?ver=CBV2.0",
  eventTime: "2026-10-02T00:00:00+07:00",
  eventTimeZoneOffset: "+07:00",
  recordTime: "2026-10-03T01:00:00.000Z",
  action: "ADD",
  bizStep: "commissioning",
  disposition: "active",
  epcList: ["https://cho.example.vn/lot/K7MH-3QWA/17"],
  quantityList: [{ epcClass: "https://cho.example.vn/lot/K7MH-3QWA", quantity: 1234, uom: "KGM" }],
  readPoint: { id: "https://cho.example.vn/market/villages/bo-bat" },
  bizLocation: { id: "geo:20.1,106.2" },
  bizTransactionList: [{ type: "po", bizTransaction: "urn:po:77" }],
  destinationList: [{ type: "owning_party", destination: "urn:buyer:1" }],
  sensorElementList: [{ sensorReport: [{ type: "Temperature", value: 4 }] }],
  ilmd: { "cbvmda:lotNumber": "K7MH-3QWA", "vm:product": "Bình gốm", "ex:yield": 1234 },
  "vm:producer": "prod_1",
  "vm:note": "Lò củi",
  "vm:unit": "kg",
}

describe("the public form of an event", () => {
  const record = publicRecord(event, "d".repeat(64), { inDiary: true })

  it("says what, when, where and why, and binds the whole", () => {
    expect(record).toEqual({
      type: "ObjectEvent",
      eventTime: event.eventTime,
      eventTimeZoneOffset: "+07:00",
      recordTime: event.recordTime,
      action: "ADD",
      bizStep: "commissioning",
      disposition: "active",
      readPoint: event.readPoint,
      quantityList: [{ epcClass: "https://cho.example.vn/lot/K7MH-3QWA" }],
      ilmd: { "cbvmda:lotNumber": "K7MH-3QWA", "vm:product": "Bình gốm" },
      "vm:producer": "prod_1",
      "vm:note": "Lò củi",
      [EVENT_DIGEST]: "d".repeat(64),
    })
  })

  it("tells no amount, serial, partner, transaction, exact place or id to try guesses against", () => {
    expect(JSON.stringify(record)).not.toMatch(/1234|KGM|\/17|urn:po|urn:buyer|geo:|Temperature|ni:|eventID/)
  })

  it("names neither thing nor place when the event stands in no diary", () => {
    const captured = publicRecord(event, "d".repeat(64), { inDiary: false })
    expect(JSON.stringify(captured)).not.toMatch(/K7MH|villages/)
    expect(captured).toHaveProperty(EVENT_DIGEST)
  })

  it("says that a later version declares an error, not what replaces it", () => {
    const declared = {
      ...event,
      errorDeclaration: {
        declarationTime: "2026-10-04T00:00:00Z",
        reason: "did_not_occur",
        correctiveEventIDs: ["ni:x"],
      },
    }
    expect(publicRecord(declared, "d", { inDiary: true }).errorDeclaration).toEqual({
      declarationTime: "2026-10-04T00:00:00Z",
      reason: "did_not_occur",
    })
  })
})
