import fc from "fast-check"
import type { Json } from "../log/jcs"
import { eventHash, type JsonObject, preHash } from "./event-hash"

const lot: JsonObject = {
  "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld", { vm: "https://cho.example/lot/terms#" }],
  type: "ObjectEvent",
  eventTime: "2026-03-02T07:30:00+07:00",
  eventTimeZoneOffset: "+07:00",
  action: "ADD",
  bizStep: "commissioning",
  disposition: "active",
  quantityList: [
    { epcClass: "https://cho.example/lot/K7MH-3QWA", quantity: 12.5, uom: "KGM" },
    { epcClass: "https://cho.example/lot/A7MH-3QWA" },
  ],
  readPoint: { id: "https://cho.example/market/villages/bo-bat" },
  bizTransactionList: [{ bizTransaction: "urn:epc:id:gdti:4012345.11111.123", type: "po" }],
  ilmd: { "cbvmda:lotNumber": "K7MH-3QWA", "vm:product": "Bình gốm" },
  "vm:step": "firing",
}

/** The members of every object in another order. */
function shuffled(value: Json, order: (names: string[]) => string[]): Json {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(order(Object.keys(value)).map((name) => [name, shuffled(value[name] ?? null, order)]))
}

describe("the CBV event hash", () => {
  it("hashes this text for the event of a lot", () => {
    expect(preHash(lot, { version: "CBV2.0" })).toBe(
      [
        "eventType=ObjectEvent",
        "eventTime=2026-03-02T00:30:00.000Z",
        "eventTimeZoneOffset=+07:00",
        "quantityList",
        "quantityElementepcClass=https://cho.example/lot/A7MH-3QWA",
        "quantityElementepcClass=https://cho.example/lot/K7MH-3QWAquantity=12.5uom=KGM",
        "action=ADD",
        "bizStep=https://ref.gs1.org/cbv/BizStep-commissioning",
        "disposition=https://ref.gs1.org/cbv/Disp-active",
        "readPointid=https://cho.example/market/villages/bo-bat",
        "bizTransactionListtype=https://ref.gs1.org/cbv/BTT-pobizTransaction=https://id.gs1.org/253/4012345111118123",
        "ilmd{https://cho.example/lot/terms#}product=Bình gốm{urn:epcglobal:cbv:mda}lotNumber=K7MH-3QWA",
        "{https://cho.example/lot/terms#}step=firing",
      ].join(""),
    )
    expect(eventHash(lot)).toMatch(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/)
    // No sensors and no extensions in standard parts: both versions hash the same text.
    expect(preHash(lot, { version: "CBV2.1" })).toBe(preHash(lot, { version: "CBV2.0" }))
    expect(eventHash(lot, { version: "CBV2.1" })).toBe(eventHash(lot).replace("2.0", "2.1"))
  })

  it("is the same for any order of members and of lists", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (dice) => {
        const order = <Item>(items: Item[]): Item[] =>
          items
            .map((item) => ({ item, at: Number(dice.next().value) }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const other = shuffled({ ...lot, quantityList: order([...Object.values(lot.quantityList ?? [])]) }, order)
        return eventHash(other as JsonObject) === eventHash(lot)
      }),
      { numRuns: 200 },
    )
  })

  it.each<[string, JsonObject]>([
    ["another zone for the instant", { eventTime: "2026-03-02T00:30:00Z" }],
    ["digits that round away", { eventTime: "2026-03-02T07:29:59.9996+07:00" }],
    ["spaces around a text", { "vm:step": "  firing " }],
    ["a CURIE for a word", { bizStep: "cbv:BizStep-commissioning" }],
    ["the URI of a word", { bizStep: "https://ref.gs1.org/cbv/BizStep-commissioning" }],
    ["the URN of a word", { disposition: "urn:epcglobal:cbv:disp:active" }],
    [
      "a Digital Link for a URN",
      { bizTransactionList: [{ type: "po", bizTransaction: "https://shop.example/253/4012345111118123?a=1" }] },
    ],
    [
      "another prefix for the same name space",
      {
        "@context": [{ x: "https://cho.example/lot/terms#" }],
        "vm:step": null,
        "x:step": "firing",
        ilmd: { "cbvmda:lotNumber": "K7MH-3QWA", "x:product": "Bình gốm" },
      },
    ],
    [
      "its id, its time of recording, its certificate and its declared error",
      {
        eventID: "urn:x:1",
        recordTime: "2026-11-24T00:00:00Z",
        certificationInfo: "urn:x:2",
        errorDeclaration: { declarationTime: "2026-11-24T00:00:00Z" },
      },
    ],
  ])("is the same with %s", (_, change) => {
    expect(eventHash({ ...lot, ...change })).toBe(eventHash(lot))
  })

  it.each<[string, JsonObject]>([
    ["time", { eventTime: "2026-03-02T07:30:00.001+07:00" }],
    ["zone", { eventTimeZoneOffset: "+08:00" }],
    ["quantity", { quantityList: [{ epcClass: "https://cho.example/lot/K7MH-3QWA", quantity: 12.51, uom: "KGM" }] }],
    ["extension", { "vm:step": "Firing" }],
    ["occurrence", { "vm:occurrence": 2 }],
    ["step", { bizStep: "inspecting" }],
  ])("differs with another %s", (_, change) => {
    expect(eventHash({ ...lot, ...change })).not.toBe(eventHash(lot))
  })

  it("sorts by code points, not by UTF-16 units", () => {
    const text = preHash({ ...lot, "vm:a": ["\u{1f600}", "\uffee"] }, { version: "CBV2.0" })
    expect(text.indexOf("\uffee")).toBeLessThan(text.indexOf("\u{1f600}"))
  })
})
