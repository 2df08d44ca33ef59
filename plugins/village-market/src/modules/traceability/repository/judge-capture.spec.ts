import type { EpcisEvent } from "./epcis-event"
import { judgeCapture, type Version } from "./judge-capture"

const event: EpcisEvent = {
  type: "ObjectEvent",
  action: "OBSERVE",
  eventTime: "2026-10-02T00:00:00+07:00",
  eventTimeZoneOffset: "+07:00",
  epcList: ["https://cho.example.vn/obj/1"],
}
const eventID = "urn:uuid:1"
const stored = (more: object = {}): Version => ({
  event: { ...event, eventID, recordTime: "2026-10-03T00:00:00.000Z", ...more },
  version: 0,
  lot_id: "lot_1",
  step: "firing",
  note: null,
})
const declaring = (more: object = {}): EpcisEvent => ({
  ...event,
  errorDeclaration: { declarationTime: "2026-10-04T00:00:00Z", reason: "incorrect_data", ...more },
})
const judge = (event: EpcisEvent, versions: Version[], known: string[] = []) =>
  judgeCapture({ event, eventID }, versions, (id) => known.includes(id), null)

describe("an event that is captured", () => {
  it("is new under an id that nobody used", () => {
    expect(judge(event, [])).toEqual({ outcome: "new", version: 0 })
  })

  it("is known when it comes again, whatever id and recordTime it brings", () => {
    expect(judge({ ...event, recordTime: "2020-01-01T00:00:00Z" }, [stored()])).toEqual({ outcome: "known" })
  })

  it("is refused when it says something else under the same id", () => {
    const changed = judge({ ...event, action: "DELETE" }, [stored()])
    expect(changed).toMatchObject({ outcome: "refused", problem: { status: 409 } })
  })
})

describe("an error declaration", () => {
  it("is the next version and joins the diary of the event that it declares wrong", () => {
    expect(judge(declaring(), [stored()])).toMatchObject({ outcome: "new", version: 1, of: { lot_id: "lot_1" } })
    const again = { ...stored({ errorDeclaration: declaring().errorDeclaration }), version: 1 }
    expect(judge(declaring(), [stored(), again])).toEqual({ outcome: "known" })
    expect(judge(declaring({ reason: "did_not_occur" }), [stored(), again])).toMatchObject({ version: 2 })
  })

  it.each([
    ["of an event that is not stored", declaring(), []],
    ["that changes the event besides", { ...declaring(), action: "DELETE" }, [stored()]],
    ["whose corrective event does not exist", declaring({ correctiveEventIDs: ["urn:uuid:9"] }), [stored()]],
  ])("%s is refused", (_, wrong, versions) => {
    expect(judge(wrong, versions, ["urn:uuid:2"])).toMatchObject({ outcome: "refused", problem: { status: 400 } })
  })

  it("may name a corrective event that exists", () => {
    const named = declaring({ correctiveEventIDs: ["urn:uuid:2"] })
    expect(judge(named, [stored()], ["urn:uuid:2"])).toMatchObject({ outcome: "new" })
  })
})
