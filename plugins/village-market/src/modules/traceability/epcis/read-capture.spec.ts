import type { Json } from "../log/jcs"
import { CAPTURE_LIMITS, DEEPEST, guardFindings } from "./guard"
import { checkEvent, readCapture } from "./read-capture"

const now = new Date("2026-11-24T08:00:00Z")
const harvest = {
  type: "ObjectEvent",
  eventTime: "2026-11-24T15:00:00+07:00",
  eventTimeZoneOffset: "+07:00",
  action: "OBSERVE",
  quantityList: [{ epcClass: "https://cho.example/lot/K7MH-3QWA" }],
}
const documentOf = (eventList: Json) => ({
  "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
  type: "EPCISDocument",
  schemaVersion: "2.0",
  creationDate: "2026-11-24T08:00:00Z",
  epcisBody: { eventList },
})
const nested = (depth: number) => `${'{"ex:a":['.repeat(depth / 2)}${"]}".repeat(depth / 2)}`
const withNote = (note: string) => JSON.parse(JSON.stringify(harvest).replace(/}$/, `,"vm:note":${note}}`))

/** Milliseconds and bytes that something takes; generous bounds, for the machine may be busy. */
function cost(act: () => void): { milliseconds: number; megabytes: number } {
  const before = process.memoryUsage().heapUsed
  const start = performance.now()
  act()
  const milliseconds = performance.now() - start
  return { milliseconds, megabytes: (process.memoryUsage().heapUsed - before) / 1e6 }
}

describe("reading what is to be captured", () => {
  it("gives the events of a document and of a query document, from text or parsed", () => {
    const document = documentOf([harvest])
    const query = {
      "@context": document["@context"],
      type: "EPCISQueryDocument",
      epcisBody: { queryResults: { queryName: "q", resultsBody: { eventList: [harvest, harvest] } } },
    }
    expect(readCapture(JSON.stringify(document))).toEqual({
      context: document["@context"],
      events: [harvest],
      path: ["epcisBody", "eventList"],
    })
    expect(readCapture(query)).toMatchObject({ events: [harvest, harvest] })
    expect(checkEvent(harvest, now)).toEqual({ event: harvest })
  })

  it("leaves each event to be judged by itself", () => {
    const capture = readCapture(documentOf([harvest, { type: "Nonsense" }, 7, withNote('"\\u202e"')]))
    if ("status" in capture) throw new Error(capture.detail)
    const judged = capture.events.map((event, at) => checkEvent(event, now, [...capture.path, at]))
    expect(judged.map((one) => ("event" in one ? "ok" : one.findings[0]?.path))).toEqual([
      "ok",
      "/epcisBody/eventList/1/eventTime",
      "/epcisBody/eventList/2",
      "/epcisBody/eventList/3/vm:note",
    ])
  })

  it.each<[string, string | Json, string]>([
    ["what is no JSON", "{", "The document: Is not JSON."],
    ["another document", { type: "Invoice" }, "The document: Must be an EPCISDocument or an EPCISQueryDocument."],
    ["an event by itself", harvest, "The document: Must be an EPCISDocument or an EPCISQueryDocument."],
    ["a list", [], "The document: Must be an EPCISDocument or an EPCISQueryDocument."],
    ["a document without events", documentOf(null), "/epcisBody/eventList: Must be a list."],
    [
      "control characters in the envelope",
      { ...documentOf([]), sender: "\u0007" },
      "/sender: Holds a control character.",
    ],
  ])("refuses %s", (_, body, detail) => {
    expect(readCapture(body)).toMatchObject({ type: "epcisException:ValidationException", status: 400, detail })
  })
})

describe("hostile input", () => {
  it.each([
    ['"\\u0000"', "U+0000"],
    ['"\\ud800"', "lone surrogate"],
    ['"a\\udc00b"', "lone surrogate"],
    ['"\\u001b[31m"', "control character"],
    ['"\\u0085"', "control character"],
    ['"gi\\u00e1 \\u202e000.01"', "direction of writing"],
    ['"\\u2066a"', "direction of writing"],
    ['"a\\u200bb"', "invisible"],
    ['"\\ufeff"', "invisible"],
    ['{"\\u202e": 1}', "Its name: Holds a sign"],
    ['{"__proto__": {"admin": true}}', "no name for a member"],
    ['{"a": [{"constructor": {"prototype": 1}}]}', "no name for a member"],
  ])("refuses a note of %s", (note, reason) => {
    const judged = checkEvent(withNote(note), now)
    expect("findings" in judged && judged.findings[0]).toMatchObject({
      code: "unsafe_text",
      message: expect.stringContaining(reason),
    })
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  })

  it.each([
    '"Nếp cái hoa vàng, ruộng số 3\\r\\n\\tlúa chín"',
    '"<img src=x onerror=alert(1)>"',
    `"' or 1=1; --"`,
    '"🧑‍🌾 é ễ"',
  ])("takes a note of %s as it is", (note) => {
    const event = withNote(note)
    expect(checkEvent(event, now)).toEqual({ event })
  })

  it("refuses ten thousand levels in no time, where a recursive walk would break", () => {
    const deep = withNote(nested(10_000))
    const { milliseconds } = cost(() => {
      expect(checkEvent(deep, now)).toMatchObject({ findings: [{ code: "too_deep" }] })
      expect(readCapture({ ...documentOf([]), "ex:deep": JSON.parse(nested(10_000)) })).toMatchObject({ status: 400 })
    })
    expect(milliseconds).toBeLessThan(1_000)
    expect(checkEvent(withNote(nested(DEEPEST - 2)), now)).toHaveProperty("event")
  })

  it("refuses a hundred thousand events before it looks at one", () => {
    const body = JSON.stringify(documentOf(Array(100_000).fill(1)))
    const { milliseconds } = cost(() => {
      expect(readCapture(body)).toMatchObject({
        type: "epcisException:CaptureLimitExceededException",
        status: 413,
        detail: "At most 5000 events at once; here are 100000.",
      })
    })
    expect(milliseconds).toBeLessThan(2_000)
  })

  it("refuses ten megabytes before it parses them", () => {
    const body = Buffer.alloc(10_000_000, "[")
    const { milliseconds } = cost(() => {
      expect(readCapture(body)).toMatchObject({
        type: "epcisException:CaptureLimitExceededException",
        detail: `At most ${CAPTURE_LIMITS.bytes} bytes at once; here are 10000000.`,
      })
    })
    expect(milliseconds).toBeLessThan(500)
  })

  it("judges the worst document within the limits in bounded time and memory", () => {
    const worst = [
      // Wide instead of deep; many findings; long texts that almost match each pattern.
      { ...harvest, "ex:wide": Array(500_000).fill(0) },
      { ...harvest, epcList: Array.from({ length: 100_000 }, (_, at) => `urn:x:${at % 3}`) },
      { ...harvest, bizStep: `https://${"a".repeat(2_000_000)} ` },
      { ...harvest, bizStep: `a:${"%41".repeat(500_000)}%4` },
      { ...harvest, bizStep: `http://${"a@".repeat(500_000)}[` },
      { ...harvest, eventTime: `2026-11-24T15:00:00.${"0".repeat(2_000_000)}` },
      { ...harvest, "ex:texts": Array(100_000).fill("\u202e") },
      Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`k${at}`, at])),
      Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`\u202e${at}`, at])),
    ]
    for (const event of worst) {
      const { milliseconds, megabytes } = cost(() => {
        const judged = checkEvent(event, now)
        expect(judged).toHaveProperty("findings")
        expect("findings" in judged && judged.findings.length).toBeLessThanOrEqual(51)
        expect(JSON.stringify(judged).length).toBeLessThan(20_000)
      })
      expect(milliseconds).toBeLessThan(3_000)
      expect(megabytes).toBeLessThan(300)
    }
  })

  it("says in each finding where it lies, however hostile the way", () => {
    const value = { [`~/${"x".repeat(500)}`]: ["\u0000"] }
    expect(guardFindings(value)).toEqual([
      { path: `/~0~1${"x".repeat(98)}/0`, code: "unsafe_text", message: expect.stringContaining("U+0000") },
    ])
  })
})
