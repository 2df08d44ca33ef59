import { alone, BASE, capture, documentOf, epcis, event, eventsOf, logGap, thing, traces } from "./helpers/epcis"
import { http, type Maker, newLot, twoMakers } from "./helpers/lots"
import { HOME, newOfficial, operatorToken } from "./helpers/officials"
import { household } from "./helpers/visitors"

let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})

const wrong = { ...event(), action: "MAYBE" }

describe("capturing a document", () => {
  it("stores its events, logs them and tells so in the job", async () => {
    const before = await traces(owner.id)
    const job = await capture(owner, documentOf(event(), event()))
    expect(job).toMatchObject({ running: false, success: true, captureErrorBehaviour: "rollback", errors: [] })
    expect(await traces(owner.id)).toEqual({
      events: Number(before.events) + 2,
      things: Number(before.things) + 2,
      lines: Number(before.lines) + 2,
    })
    const { body } = await epcis(owner).get("/capture?perPage=1").expect(200)
    expect(body).toEqual([job])
  })

  it("makes nothing twice, also when all copies come at once", async () => {
    const before = await traces(owner.id)
    const document = documentOf(event(), event())
    const replies = await Promise.all(Array.from({ length: 6 }, () => epcis(owner).post("/capture", document)))
    expect(new Set(replies.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1)
    await capture(owner, { ...document, creationDate: "2026-10-04T00:00:00Z" })
    expect((await traces(owner.id)).events).toBe(Number(before.events) + 2)
    expect(await logGap()).toBe(0)
  })

  it("takes a query document and JSON-LD as well", async () => {
    const one = event()
    const query = {
      ...{ "@context": documentOf()["@context"], type: "EPCISQueryDocument", schemaVersion: "2.0" },
      ...{ creationDate: "2026-10-03T00:00:00Z" },
      epcisBody: { queryResults: { queryName: "q", resultsBody: { eventList: [one] } } },
    }
    await epcis(owner).post("/capture", query).type("application/ld+json").expect(202)
    const { body } = await epcis(owner).get(
      `/events?MATCH_epc=${encodeURIComponent(String((one.epcList as string[])[0]))}`,
    )
    expect(eventsOf(body)).toHaveLength(1)
  })

  it("with rollback leaves no trace of a document with one wrong event, and no hole in the log", async () => {
    const before = await traces(owner.id)
    const job = await capture(owner, documentOf(event(), wrong, event()))
    expect(job).toMatchObject({
      running: false,
      success: false,
      errors: [{ status: 400, instance: "#/epcisBody/eventList/1" }],
    })
    expect(await traces(owner.id)).toEqual(before)
    expect(await logGap()).toBe(0)
  })

  it("with proceed stores the good ones and lists the others", async () => {
    const before = await traces(owner.id)
    const future = event({ eventTime: new Date(Date.now() + 3_600_000).toISOString() })
    const job = await capture(owner, documentOf(event(), wrong, future, event()), "proceed")
    expect(job).toMatchObject({ success: false, captureErrorBehaviour: "proceed" })
    expect((job.errors as { instance: string }[]).map(({ instance }) => instance)).toEqual([
      "#/epcisBody/eventList/1",
      "#/epcisBody/eventList/2",
    ])
    expect((await traces(owner.id)).events).toBe(Number(before.events) + 2)
  })

  it("rolls back a clash with a stored event too", async () => {
    const first = event({ eventID: `urn:uuid:${crypto.randomUUID()}` })
    await capture(owner, documentOf(first))
    const before = await traces(owner.id)
    const job = await capture(owner, documentOf(event(), { ...first, action: "DELETE" }))
    expect(job).toMatchObject({ success: false, errors: [{ status: 409 }] })
    expect(await traces(owner.id)).toEqual(before)
  })
})

describe("a single event", () => {
  it("is created once, with its CBV hash for an id", async () => {
    const one = alone(event())
    const { headers } = await epcis(owner).post("/events", one).expect(201)
    expect(decodeURIComponent(String(headers.location))).toMatch(
      /\/events\/ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/,
    )
    await epcis(owner).post("/events", one).expect(409)
    const { body } = await epcis(owner).get(String(headers.location).slice(BASE.length)).expect(200)
    expect(eventsOf(body)).toMatchObject([{ epcList: one.epcList, bizStep: "inspecting" }])
  })

  it("is corrected by a declaration under its own id, and by its owner only", async () => {
    const eventID = `urn:uuid:${crypto.randomUUID()}`
    const one = alone(event({ eventID }))
    const declared = {
      ...one,
      errorDeclaration: {
        declarationTime: "2026-10-05T00:00:00Z",
        reason: "incorrect_data",
        correctiveEventIDs: ["urn:x:none"],
      },
    }
    await epcis(owner).post("/events", declared).expect(400)
    await epcis(owner).post("/events", one).expect(201)
    await epcis(owner).post("/events", declared).expect(400)
    const right = { ...declared, errorDeclaration: { ...declared.errorDeclaration, correctiveEventIDs: undefined } }
    await epcis(other).post("/events", right).expect(400)
    await epcis(owner).post("/events", right).expect(201)
    await epcis(owner).post("/events", right).expect(409)
    const { body } = await epcis(owner)
      .get(`/events/${encodeURIComponent(eventID)}`)
      .expect(200)
    expect(eventsOf(body).map(({ errorDeclaration }) => Boolean(errorDeclaration))).toEqual([false, true])
  })
})

describe("a lot of another household", () => {
  it("can be named, but neither its diary nor its page is written by a stranger", async () => {
    const { id, code } = await newLot(owner)
    const recordsOf = async () => {
      const { body } = await http().get(`/trace-log/proof/${code}`).expect(200)
      return body.records.map(({ record }: { record: object }) => record)
    }
    const before = await recordsOf()
    const uri = before[0].quantityList[0].epcClass
    const claim = event({ epcList: undefined, quantityList: [{ epcClass: uri, quantity: 999 }], bizStep: "destroying" })
    expect(await capture(other, documentOf(claim))).toMatchObject({ success: true })
    expect(await recordsOf()).toEqual(before)
    const seen = await epcis(owner)
      .get(`/epcs/${encodeURIComponent(uri)}/events?EQ_bizStep=destroying`)
      .expect(200)
    expect(eventsOf(seen.body)).toEqual([])
    const { text } = await http().get(`/lot/${code}`).expect(200)
    expect(text).not.toContain("999")
    expect(id).toBeTruthy()
  })

  it("tells nobody by a clash what another has stored", async () => {
    const one = alone(event({ quantityList: [{ epcClass: thing(), quantity: 17 }] }))
    await epcis(owner).post("/events", one).expect(201)
    await epcis(other).post("/events", one).expect(201)
  })
})

describe("who may not capture", () => {
  it("is told why, as a problem", async () => {
    const official = await newOfficial(await operatorToken(), "commune", HOME)
    const refused = await epcis(official).post("/capture", documentOf(event())).expect(403)
    expect(refused.headers["content-type"]).toContain("application/problem+json")
    expect(refused.body).toMatchObject({ type: "epcisException:SecurityException", status: 403 })
    const pending = await household("pending")
    await epcis(pending).post("/capture", documentOf(event())).expect(403)
    await http().post(`${BASE}/capture`).send(documentOf(event())).expect(401)
    const { headers } = await epcis(owner).post("/capture", documentOf(event())).expect(202)
    await epcis(other).get(String(headers.location).slice(BASE.length)).expect(404)
    await epcis(official).get(String(headers.location).slice(BASE.length)).expect(404)
  })
})

describe("bad input", () => {
  const refusals: [string, () => string, number][] = [
    ["a document of 10 MB", () => `{"a":"${"x".repeat(10_000_000)}"}`, 413],
    ["a hundred thousand events", () => `{"epcisBody":{"eventList":[${"{},".repeat(99_999)}{}]}}`, 413],
    ["nesting without end", () => `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400],
    ["half a document", () => '{"type":"EPCISDocument"', 400],
    ["nothing", () => "", 400],
    ["a document without events' place", () => JSON.stringify({ type: "EPCISDocument" }), 400],
  ]

  it.each(refusals)("%s is refused clearly and leaves nothing", async (_, body, status) => {
    const before = await traces(owner.id)
    const reply = await epcis(owner).post("/capture", body())
    expect([reply.status, reply.headers["content-type"]]).toEqual([status, "application/problem+json"])
    expect(reply.body.type).toMatch(/^epcisException:/)
    if (status === 413) expect(Number(reply.headers["gs1-epcis-capture-limit"])).toBeGreaterThan(0)
    if (status === 413) expect(Number(reply.headers["gs1-epcis-capture-file-size-limit"])).toBeGreaterThan(0)
    expect(await traces(owner.id)).toEqual(before)
  })

  it("takes HTML and SQL as the plain text they are, and no text that deceives the eye or the database", async () => {
    const plain = `<script>alert(1)</script>'; drop table epcis_event; --`
    const note = (text: string) => event({ "https://vi-du.example.vn/note": text })
    const job = await capture(
      owner,
      documentOf(note(plain), note("a\u0000b"), note("a\u202eb"), note("a\u0007b")),
      "proceed",
    )
    expect((job.errors as unknown[]).length).toBe(3)
    const { body } = await epcis(owner).get("/events?perPage=1&orderBy=recordTime").expect(200)
    expect(eventsOf(body)[0]).toHaveProperty(["https://vi-du.example.vn/note"], plain)
  })

  it("speaks JSON only, and says so", async () => {
    const post = (type: string) =>
      http()
        .post(`${BASE}/capture`)
        .set("authorization", `Bearer ${owner.token}`)
        .set("content-type", type)
        .send("<a/>")
    expect((await post("application/xml")).status).toBe(415)
    await epcis(owner).get("/events").set("accept", "application/xml").expect(406)
    await epcis(owner).post("/capture", documentOf(), "whatever").expect(400)
    await epcis(owner).get("/queries").expect(501)
    await epcis(owner).get("/queries/q/subscriptions").expect(501)
    await epcis(owner)
      .get("/nothing")
      .expect(404, /NoSuchResourceException/)
    const { headers } = await http().delete(`${BASE}/capture`).expect(405)
    expect(headers.allow).toBe("GET, POST, OPTIONS")
  })

  it("tells its abilities and limits on every path", async () => {
    for (const path of [
      "",
      "/capture",
      "/capture/x",
      "/events",
      "/events/x",
      "/epcs",
      "/bizSteps/x",
      "/readPoints/x/events",
    ]) {
      const { headers } = await http().options(`${BASE}${path}`).expect(204)
      expect(headers).toMatchObject({
        "gs1-epcis-version": "2.0.0",
        "gs1-epc-format": "Never_Translates",
        "gs1-cbv-version": "2.0.0",
      })
      expect(headers.allow).toContain("OPTIONS")
    }
    const { headers } = await http().options(`${BASE}/capture`)
    expect(headers["gs1-capture-error-behaviour"]).toBe("rollback, proceed")
    expect(Number(headers["gs1-epcis-capture-limit"])).toBeGreaterThan(0)
  })
})
