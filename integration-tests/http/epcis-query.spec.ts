import { db } from "../harness/shop"
import { BASE, capture, documentOf, epcis, event, eventsOf, type Json, thing } from "./helpers/epcis"
import { http, type Maker, twoMakers } from "./helpers/lots"
import { HOME, NEIGHBOUR, newOfficial, operatorToken } from "./helpers/officials"

let owner: Maker
let other: Maker
const [a, b, c, d, lot, made] = Array.from({ length: 6 }, thing)
const id = (n: number) => `urn:uuid:00000000-0000-4000-8000-${process.pid.toString().padStart(6, "0")}00000${n}`
const at = (day: number) => `2026-10-0${day}T08:00:00+07:00`
const mark = { readPoint: { id: thing() } }
const base: Json[] = [
  event({ ...mark, eventID: id(1), eventTime: at(1), epcList: [a], action: "ADD", disposition: "active" }),
  event({
    ...{ ...mark, eventID: id(2), eventTime: at(2), epcList: undefined, bizStep: "shipping" },
    quantityList: [{ epcClass: lot, quantity: 12.5, uom: "KGM" }],
    bizTransactionList: [{ type: "po", bizTransaction: "urn:x:po:1" }],
    sourceList: [{ type: "owning_party", source: "urn:x:me" }],
    destinationList: [{ type: "location", destination: "urn:x:you" }],
    bizLocation: { id: "urn:x:place" },
  }),
  {
    ...{ type: "AggregationEvent", ...mark, eventID: id(3), action: "ADD", bizStep: "packing" },
    ...{ eventTime: at(3), eventTimeZoneOffset: "+07:00", parentID: b, childEPCs: [a, c] },
    childQuantityList: [{ epcClass: lot, quantity: 3 }],
  },
  {
    ...{ type: "TransformationEvent", ...mark, eventID: id(4), eventTime: at(4), eventTimeZoneOffset: "+07:00" },
    ...{ inputEPCList: [c], outputEPCList: [d], transformationID: "urn:x:firing", bizStep: "urn:x:fire" },
    inputQuantityList: [{ epcClass: lot, quantity: 5, uom: "KGM" }],
    outputQuantityList: [{ epcClass: made, quantity: 4 }],
  },
  event({
    ...{ ...mark, eventID: id(5), eventTime: at(5), epcList: ["urn:epc:id:sgtin:4012345.011122.25"] },
    persistentDisposition: { set: ["completeness_verified"], unset: ["damaged"] },
  }),
]
const declared: Json = {
  ...base[0],
  errorDeclaration: { declarationTime: at(6), reason: "incorrect_data", correctiveEventIDs: [id(2)] },
}
const all = [...base, declared]
const name = (one: Json) => `${one.eventID}${one.errorDeclaration ? " error" : ""}`

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
  expect(await capture(owner, documentOf(...all))).toMatchObject({ success: true, errors: [] })
})

const ask = async (who: { token: string }, query: [string, string][], path = "/events") => {
  const { body } = await epcis(who)
    .get(`${path}?${new URLSearchParams(query)}`)
    .expect(200)
  return eventsOf(body)
}

/** What a plain look at the events in memory finds: the oracle. */
const list = (one: Json, ...names: string[]) => names.flatMap((list) => (one[list] as unknown[] | undefined) ?? [])
const classes = (one: Json, ...names: string[]) => list(one, ...names).map((q) => (q as Json).epcClass)
const amounts = (one: Json) =>
  list(one, "quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList").map((q) =>
    Number((q as Json).quantity),
  )
const ALL_CLASSES = ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"]
const error = (one: Json) => one.errorDeclaration as { reason: string } | undefined
const typed = (one: Json, list_: string, type: string, member: string, value: string) =>
  list(one, list_).some((part) => (part as Json).type === type && (part as Json)[member] === value)

const PARAMETERS: [parameter: string, value: string, oracle: (one: Json) => boolean][] = [
  ["eventType", "AggregationEvent|TransformationEvent", ({ type }) => type !== "ObjectEvent"],
  ["GE_eventTime", "2026-10-03T01:00:00Z", ({ eventTime }) => String(eventTime) >= at(3)],
  ["LT_eventTime", "2026-10-03T01:00:00Z", ({ eventTime }) => String(eventTime) < at(3)],
  ["GE_recordTime", "2026-01-01T00:00:00Z", () => true],
  ["LT_recordTime", "2026-01-01T00:00:00Z", () => false],
  ["EQ_action", "ADD", ({ action }) => action === "ADD"],
  [
    "EQ_bizStep",
    "https://ref.gs1.org/cbv/BizStep-shipping|urn:x:fire",
    ({ bizStep }) => bizStep === "shipping" || bizStep === "urn:x:fire",
  ],
  ["EQ_disposition", "active", ({ disposition }) => disposition === "active"],
  ["EQ_persistentDisposition_set", "completeness_verified", (one) => "persistentDisposition" in one],
  ["EQ_persistentDisposition_unset", "damaged", (one) => "persistentDisposition" in one],
  ["EQ_readPoint", mark.readPoint.id, () => true],
  ["EQ_bizLocation", "urn:x:place", (one) => "bizLocation" in one],
  ["EQ_transformationID", "urn:x:firing", (one) => "transformationID" in one],
  ["EQ_eventID", `${id(1)}|${id(4)}`, ({ eventID }) => eventID === id(1) || eventID === id(4)],
  ["MATCH_epc", String(a), (one) => list(one, "epcList", "childEPCs").includes(a)],
  ["MATCH_epc", "https://id.gs1.org/01/04012345111224/21/25", ({ eventID }) => eventID === id(5)],
  ["MATCH_epc", "urn:epc:idpat:sgtin:4012345.011122.*", ({ eventID }) => eventID === id(5)],
  ["MATCH_parentID", String(b), ({ parentID }) => parentID === b],
  ["MATCH_inputEPC", String(c), (one) => list(one, "inputEPCList").includes(c)],
  ["MATCH_outputEPC", String(d), (one) => list(one, "outputEPCList").includes(d)],
  ["MATCH_anyEPC", String(c), (one) => list(one, "epcList", "childEPCs", "inputEPCList", "outputEPCList").includes(c)],
  ["MATCH_epcClass", String(lot), (one) => classes(one, "quantityList", "childQuantityList").includes(lot)],
  ["MATCH_inputEPCClass", String(lot), (one) => classes(one, "inputQuantityList").includes(lot)],
  ["MATCH_outputEPCClass", String(made), (one) => classes(one, "outputQuantityList").includes(made)],
  ["MATCH_anyEPCClass", String(lot), (one) => classes(one, ...ALL_CLASSES).includes(lot)],
  ["EQ_quantity", "12.5", (one) => amounts(one).includes(12.5)],
  ["GT_quantity", "4", (one) => amounts(one).some((n) => n > 4)],
  ["GE_quantity", "4", (one) => amounts(one).some((n) => n >= 4)],
  ["LT_quantity", "4", (one) => amounts(one).some((n) => n < 4)],
  ["LE_quantity", "4", (one) => amounts(one).some((n) => n <= 4)],
  [
    "EQ_bizTransaction_po",
    "urn:x:po:1",
    (one) => typed(one, "bizTransactionList", "po", "bizTransaction", "urn:x:po:1"),
  ],
  ["EQ_source_owning_party", "urn:x:me", (one) => typed(one, "sourceList", "owning_party", "source", "urn:x:me")],
  [
    "EQ_destination_location",
    "urn:x:you",
    (one) => typed(one, "destinationList", "location", "destination", "urn:x:you"),
  ],
  ["EXISTS_errorDeclaration", "true", (one) => Boolean(error(one))],
  ["GE_errorDeclarationTime", "2026-10-06T00:00:00Z", (one) => Boolean(error(one))],
  ["LT_errorDeclarationTime", "2026-10-06T00:00:00Z", () => false],
  ["EQ_errorReason", "incorrect_data", (one) => error(one)?.reason === "incorrect_data"],
  ["EQ_correctiveEventID", id(2), (one) => Boolean(error(one))],
]

describe("the query of events", () => {
  it.each(PARAMETERS)("by %s=%s finds what a look at all of them finds", async (parameter, value, oracle) => {
    const found = await ask(owner, [[parameter, value]])
    expect(found.map(name).sort()).toEqual(all.filter(oracle).map(name).sort())
  })

  it("asks for all of several parameters at once", async () => {
    const found = await ask(owner, [
      ["EQ_action", "ADD"],
      ["eventType", "AggregationEvent"],
    ])
    expect(found.map(name)).toEqual([id(3)])
  })

  it("orders, limits and counts", async () => {
    const times = (found: Json[]) => found.map(({ eventTime }) => eventTime)
    const rising = await ask(owner, [
      ["orderBy", "eventTime"],
      ["orderDirection", "ASC"],
    ])
    expect(times(rising)).toEqual([...times(rising)].sort())
    expect(times(await ask(owner, [["orderBy", "eventTime"]]))).toEqual([...times(rising)].reverse())
    expect(
      await ask(owner, [
        ["orderBy", "recordTime"],
        ["eventCountLimit", "2"],
      ]),
    ).toHaveLength(2)
    await epcis(owner)
      .get("/events?maxEventCount=2")
      .expect(413, /QueryTooLargeException/)
    expect(await ask(owner, [["maxEventCount", "6"]])).toHaveLength(6)
  })

  it.each([
    "EQ_nonsense=1",
    "WD_readPoint=urn:x:1",
    "GE_eventTime=yesterday",
    "perPage=0",
    "eventType=Party",
    "nextPageToken=abc",
  ])("refuses %s instead of ignoring it", async (query) => {
    const { body } = await epcis(owner).get(`/events?${query}`).expect(400)
    expect(body.type).toBe("epcisException:QueryParameterException")
  })
})

describe("the pages of a list", () => {
  const next = ({ link = "" }: Record<string, string>) => /<\/epcis\/v2([^>]+)>; rel="next"/.exec(link)?.[1]

  it("hold every event once, though others are captured meanwhile", async () => {
    const found: string[] = []
    let path: string | undefined = "/events?perPage=2&orderBy=eventTime"
    while (path) {
      const reply = await epcis(owner).get(path).expect(200)
      found.push(...eventsOf(reply.body).map(name))
      path = next(reply.headers)
      if (path) expect(Date.parse(String(reply.headers["gs1-next-page-token-expires"]))).toBeGreaterThan(Date.now())
      if (path && found.length < 6)
        await capture(owner, documentOf(event({ eventTime: at(2) }), event({ eventTime: at(1) })))
    }
    expect(found.sort()).toEqual(all.map(name).sort())
  })

  it("are turned by whom they were given to, with the same question", async () => {
    const { headers } = await epcis(owner).get("/events?perPage=2").expect(200)
    const path = String(next(headers as Record<string, string>))
    await epcis(other).get(path).expect(400)
    await epcis(owner).get(`${path}&EQ_action=ADD`).expect(400)
  })
})

describe("the lists by which events are found", () => {
  it("name one's own things, steps and places, and lead to their events", async () => {
    for (const [collection, value, expected] of [
      ["eventTypes", "TransformationEvent", [id(4)]],
      ["epcs", String(d), [id(4)]],
      ["epcs", String(made), [id(4)]],
      ["bizSteps", "shipping", [id(2)]],
      ["bizLocations", "urn:x:place", [id(2)]],
      ["dispositions", "active", [id(1), `${id(1)} error`]],
    ] as const) {
      const { body } = await epcis(owner).get(`/${collection}?perPage=100`).expect(200)
      expect(body.member).toContain(value)
      const found = await ask(owner, [], `/${collection}/${encodeURIComponent(value)}/events`)
      expect(found.map(name).sort()).toEqual([...expected].sort())
      await epcis(owner)
        .get(`/${collection}/${encodeURIComponent(value)}`)
        .expect(200)
    }
    const { body } = await epcis(other).get("/epcs").expect(200)
    expect(body.member).toEqual([])
  })
})

describe("somebody else", () => {
  it("learns nothing: another producer, another commune, no login", async () => {
    expect(await ask(other, [])).toEqual([])
    await epcis(other)
      .get(`/events/${encodeURIComponent(id(1))}`)
      .expect(404)
    const operator = await operatorToken()
    const [here, there, province] = await Promise.all([
      newOfficial(operator, "commune", HOME),
      newOfficial(operator, "commune", NEIGHBOUR),
      newOfficial(operator, "province", "37"),
    ])
    const mine: [string, string][] = [["EQ_readPoint", mark.readPoint.id]]
    expect(await ask(here, mine)).toHaveLength(6)
    expect(await ask(province, mine)).toHaveLength(6)
    expect(await ask(there, mine)).toEqual([])
    await epcis(there)
      .get(`/events/${encodeURIComponent(id(1))}`)
      .expect(404)
    await epcis({ token: operator }).get("/events").expect(401)
    await http().get(`${BASE}/events`).expect(401)
    expect(
      (await db().query("select count(*)::int as n from epcis_event where producer_id = $1", [other.id])).rows[0].n,
    ).toBe(0)
  })
})
