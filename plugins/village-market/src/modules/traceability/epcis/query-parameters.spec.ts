import fc from "fast-check"
import { isProblem, readEventQuery } from "./query-parameters"
import { READERS } from "./query-readers"

const read = (search: string) => readEventQuery(new URLSearchParams(search))
const accepted = (search: string) => {
  const query = read(search)
  if (isProblem(query)) throw new Error(query.detail)
  return query
}

describe("the parameters of an EPCIS event query", () => {
  it("asks for everything, thirty to a page, when nothing is said", () => {
    expect(read("")).toEqual({
      things: [],
      quantities: [],
      bizTransactions: [],
      sources: [],
      destinations: [],
      orderDirection: "DESC",
      perPage: 30,
    })
  })

  it("reads lists, and every spelling of a word of the vocabulary as one", () => {
    const query = accepted(
      `EQ_bizStep=${encodeURIComponent("shipping|https://ref.gs1.org/cbv/BizStep-packing|urn:epcglobal:cbv:bizstep:picking|cbv:BizStep-loading|https://cho.example/ns/firing")}&EQ_action=ADD|OBSERVE&eventType=ObjectEvent`,
    )
    expect(query.bizSteps).toEqual(["shipping", "packing", "picking", "loading", "https://cho.example/ns/firing"])
    expect(query.actions).toEqual(["ADD", "OBSERVE"])
    expect(query.eventTypes).toEqual(["ObjectEvent"])
  })

  it("compares times as instants in UTC", () => {
    const query = accepted(
      "GE_eventTime=2026-11-01T06:00:00%2B07:00&LT_eventTime=2026-11-02T00:00:00Z&GE_recordTime=2026-11-01T00:00:00.12345Z",
    )
    expect(query.eventTime).toEqual({ ge: "2026-10-31T23:00:00.000Z", lt: "2026-11-02T00:00:00.000Z" })
    expect(query.recordTime).toEqual({ ge: "2026-11-01T00:00:00.123Z" })
  })

  it("knows an identifier in every spelling, and the pattern of all serials of a product", () => {
    const query = accepted(
      `MATCH_anyEPC=${encodeURIComponent("urn:epc:id:sgtin:4012345.012345.12|https://shop.example/01/04012345123456/10/L/21/12|urn:epc:idpat:sgtin:4012345.012345.*|urn:epc:idpat:grai:4012345.66666.*")}&MATCH_epcClass=${encodeURIComponent("urn:epc:idpat:sgtin:4012345.012345.*|https://cho.example/lot/K7MH-3QWA")}`,
    )
    expect(query.things).toEqual([
      {
        roles: ["epc", "child", "parent", "input", "output"],
        any: [
          { is: "https://id.gs1.org/01/04012345123456/21/12" },
          { is: "https://id.gs1.org/01/04012345123456/21/12" },
          { startsWith: "https://id.gs1.org/01/04012345123456/21/" },
          { startsWith: "https://id.gs1.org/8003/04012345666663" },
        ],
      },
      {
        roles: ["class", "childClass"],
        any: [{ is: "https://id.gs1.org/01/04012345123456" }, { is: "https://cho.example/lot/K7MH-3QWA" }],
      },
    ])
  })

  it("reads the families of business transactions, sources and destinations", () => {
    const type = encodeURIComponent("https://ref.gs1.org/cbv/SDT-owning_party")
    const query = accepted(
      `EQ_bizTransaction_po=urn:x:1|urn:x:2&EQ_source_${type}=urn:epc:id:pgln:4012345.00000&EQ_destination_location=urn:x:3`,
    )
    expect(query.bizTransactions).toEqual([{ type: "po", values: ["urn:x:1", "urn:x:2"] }])
    expect(query.sources).toEqual([{ type: "owning_party", values: ["https://id.gs1.org/417/4012345000009"] }])
    expect(query.destinations).toEqual([{ type: "location", values: ["urn:x:3"] }])
  })

  it("reads error declarations, quantities, order and limits", () => {
    const query = accepted(
      "EXISTS_errorDeclaration=true&EQ_errorReason=did_not_occur&GE_quantity=12.50&LT_quantity=-1&orderBy=recordTime&orderDirection=ASC&eventCountLimit=5&perPage=999999",
    )
    expect(query.errorDeclaration).toEqual({ exists: true, reasons: ["did_not_occur"] })
    expect(query.quantities).toEqual([
      { operator: ">=", value: "12.50" },
      { operator: "<", value: "-1" },
    ])
    expect(query).toMatchObject({ orderBy: "recordTime", orderDirection: "ASC", eventCountLimit: 5, perPage: 1000 })
    expect(accepted("EXISTS_errorDeclaration=false").errorDeclaration).toBeUndefined()
  })

  it.each([
    ["WD_readPoint=urn:x:1", "not supported"],
    ["GE_startTime=2026-01-01T00:00:00Z", "not supported"],
    ["EQ_type=Temperature", "not supported"],
    ["EQ_https://example.com/%23field=1", "not supported"],
    ["EQ_example:field=1", "not supported"],
    ["EQ_ILMD_example:field=1", "not supported"],
    ["EXISTS_ILMD_example:field=true", "not supported"],
    ["HASATTR_readPoint=x", "not supported"],
    ["eq_action=ADD", "no parameter"],
    ["__proto__=1", "no parameter"],
    ["constructor=1", "no parameter"],
    ["EQ_action=ADD&EQ_action=OBSERVE", "twice"],
    ["EQ_action=", "no value"],
    ["EQ_action=ADD||OBSERVE", "empty value"],
    ["EQ_action=add", "is one of"],
    ["eventType=QuantityEvent", "is one of"],
    ["EQ_bizStep=firing", "neither a standard word nor a URI"],
    ["EQ_readPoint=not a uri", "not a URI"],
    ["MATCH_epc=urn:epc:idpat:sgtin:4012345.*.*", "serial alone"],
    ["MATCH_epcClass=urn:epc:idpat:sgtin:*.*.*", "serial alone"],
    ["GE_eventTime=2026-11-01", "RFC 3339"],
    ["GE_eventTime=2026-11-01T06:00:00", "RFC 3339"],
    ["EQ_quantity=1e5", "decimal"],
    ["EQ_quantity=12,5", "decimal"],
    ["orderBy=example:field", "is one of"],
    ["orderBy=eventTime&orderDirection=asc", "is one of"],
    ["eventCountLimit=3", "needs orderBy"],
    ["orderBy=eventTime&eventCountLimit=3&maxEventCount=4", "exclude"],
    ["perPage=0", "whole number"],
    ["perPage=-1", "whole number"],
    ["maxEventCount=1.5", "whole number"],
    ["nextPageToken=a%27b", "not one of ours"],
    ["EXISTS_errorDeclaration=1", "is one of"],
    ["EQ_bizTransaction_=urn:x:1", "neither a standard word"],
    ["EQ_bizTransaction_nonsense=urn:x:1", "neither a standard word"],
    ["EQ_eventID=%00", "character"],
  ])("refuses %s", (search, detail) => {
    expect(read(search)).toMatchObject({
      type: "epcisException:QueryParameterException",
      status: 400,
      detail: expect.stringContaining(detail),
    })
  })

  it("answers any query with another query or a problem, and never asks for less than was said", () => {
    const names = [...READERS.keys(), "EQ_bizTransaction_po", "EQ_source_x", "WD_readPoint", "x"]
    const values = fc.oneof(
      fc.constantFrom(
        "ADD",
        "shipping",
        "urn:x:1|urn:x:2",
        "2026-11-24T08:00:00Z",
        "5",
        "true",
        "ASC",
        "eventTime",
        "|",
      ),
      fc.string({ unit: "binary" }),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...names), values), { selector: ([name]) => name }),
        (pairs) => {
          const query = readEventQuery(pairs)
          if (isProblem(query)) return query.status >= 400 && query.status < 415
          const empty = accepted("")
          // Each parameter leaves its mark, but for those that ask for what is so anyway.
          return pairs
            .filter(([name, value]) => name !== "EXISTS_errorDeclaration" || value === "true")
            .every(([name, value]) => {
              const one = readEventQuery([[name, value]])
              return isProblem(one) || name === "orderDirection" || JSON.stringify(one) !== JSON.stringify(empty)
            })
        },
      ),
      { numRuns: 500 },
    )
  })

  it("bounds the query's length and its number of values", () => {
    expect(read(`EQ_eventID=${"a".repeat(9000)}`)).toMatchObject({ status: 414 })
    expect(read(`EQ_eventID=${Array(101).fill("urn:x:1").join("|")}`)).toMatchObject({
      type: "epcisException:QueryTooComplexException",
      status: 413,
    })
  })
})
