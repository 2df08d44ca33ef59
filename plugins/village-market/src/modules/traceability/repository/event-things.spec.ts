import type { Json } from "../log/jcs"
import { thingsOf, wordOf } from "./event-things"

const base = { eventTime: "2026-10-02T00:00:00+07:00", eventTimeZoneOffset: "+07:00" }
const found = (event: object) =>
  thingsOf({ type: "ObjectEvent", ...base, ...event }).map(({ role, uri }) => `${role} ${uri}`)

describe("what an event names", () => {
  it("is read from every list, with its part in the event", () => {
    expect(
      found({
        epcList: ["e"],
        parentID: "p",
        childEPCs: ["c"],
        inputEPCList: ["i"],
        outputEPCList: ["o"],
        quantityList: [{ epcClass: "q" }],
        childQuantityList: [{ epcClass: "cq" }],
        inputQuantityList: [{ epcClass: "iq" }],
        outputQuantityList: [{ epcClass: "oq" }],
        transformationID: "t",
      }),
    ).toEqual([
      "parent p",
      "epc e",
      "child c",
      "input i",
      "output o",
      "class q",
      "childClass cq",
      "inputClass iq",
      "outputClass oq",
      "transformation t",
    ])
  })

  it("keeps amounts with their units", () => {
    const quantityList: Json = [{ epcClass: "q", quantity: 2.5, uom: "KGM" }, { epcClass: "r" }]
    const event = { type: "ObjectEvent", ...base, quantityList }
    expect(thingsOf(event)).toEqual([
      { role: "class", uri: "q", quantity: 2.5, uom: "KGM" },
      { role: "class", uri: "r", quantity: null, uom: null },
    ])
  })

  it("holds transactions and parties by their type, words without their namespace", () => {
    expect(
      found({
        bizTransactionList: [{ type: "https://ref.gs1.org/cbv/BTT-po", bizTransaction: "b" }, { bizTransaction: "x" }],
        sourceList: [{ type: "owning_party", source: "s" }],
        destinationList: [{ type: "urn:epcglobal:cbv:sdt:location", destination: "d" }],
        persistentDisposition: { set: ["cbv:Disp-damaged"], unset: ["https://ref.gs1.org/cbv/Disp-active"] },
        errorDeclaration: { declarationTime: base.eventTime, correctiveEventIDs: ["urn:uuid:1"] },
      }),
    ).toEqual([
      "bizTransaction:po b",
      "bizTransaction: x",
      "source:owning_party s",
      "destination:location d",
      "persistentSet damaged",
      "persistentUnset active",
      "corrective urn:uuid:1",
    ])
  })

  it("leaves a word of one's own as it is", () => {
    expect(wordOf("BizStep", "https://cho.example.vn/lot/terms#firing")).toBe("https://cho.example.vn/lot/terms#firing")
  })

  it("compares two spellings of one GS1 identifier as one", () => {
    expect(found({ epcList: ["urn:epc:id:sgtin:4012345.011122.25"] })).toEqual([
      "epc https://id.gs1.org/01/04012345111224/21/25",
    ])
  })
})
