import { describeWithReference } from "../harness/reference"
import { capture, documentOf, epcis, event, eventsOf, type Json, thing } from "../http/helpers/epcis"
import { type Maker, newLot, twoMakers } from "../http/helpers/lots"
import { gs1Examples, gs1Schema } from "./epcis-schema"

describeWithReference("what we serve against GS1's EPCIS 2.0 schema", () => {
  let owner: Maker
  beforeAll(async () => {
    ;[owner] = await twoMakers()
  })

  it("is valid: diaries, captured events, declarations of errors, prefixes of one's own", async () => {
    await newLot(owner)
    const wrong = event({ eventID: `urn:uuid:${crypto.randomUUID()}` })
    const declared = {
      ...wrong,
      errorDeclaration: { declarationTime: "2026-10-05T00:00:00Z", reason: "did_not_occur" },
    }
    const own = event({ "ex:kiln": "lò số 2", quantityList: [{ epcClass: thing(), quantity: 2.5, uom: "KGM" }] })
    const context = [...documentOf()["@context"], { ex: "https://vi-du.example.vn/ns#" }]
    expect(await capture(owner, { ...documentOf(wrong, declared, own), "@context": context })).toMatchObject({
      errors: [],
    })
    const { body } = await epcis(owner).get("/events?perPage=100").expect(200)
    expect(eventsOf(body)).toHaveLength(6)
    const judge = gs1Schema()
    expect(judge(body) || judge.errors).toBe(true)
    for (const one of eventsOf(body)) {
      const single = await epcis(owner)
        .get(`/events/${encodeURIComponent(String(one.eventID))}`)
        .expect(200)
      expect(judge(single.body) || judge.errors).toBe(true)
    }
  })

  it("gives GS1's own examples back as they were captured, but for recordTime", async () => {
    const judge = gs1Schema()
    const content = ({ eventID: _, recordTime: __, "@context": ___, ...rest }: Json) => JSON.stringify(sorted(rest))
    const captured: string[] = []
    for (const [, document] of gs1Examples()) {
      const job = await capture(owner, document, "proceed")
      const whole = document as Json
      if (job.success && whole.type === "EPCISDocument")
        captured.push(...(whole as { epcisBody: { eventList: Json[] } }).epcisBody.eventList.map(content))
    }
    const { body } = await epcis(owner).get("/events?perPage=1000").expect(200)
    expect(judge(body) || judge.errors).toBe(true)
    const served = new Set(eventsOf(body).map(content))
    expect(captured.filter((one) => !served.has(one))).toEqual([])
    // The rest clash with an id that another example uses, or go beyond our profile; the job says so.
    expect(captured.length).toBeGreaterThan(40)
  })
})

/** The members of objects in one order: what JSON does not care about. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value
