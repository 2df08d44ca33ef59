import { db } from "../../harness/shop"
import { http } from "./shop"

export const BASE = "/epcis/v2"
const CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"]

export type Json = { [key: string]: unknown }
export type Holder = { token: string }

/** EPCIS over HTTP with a token. */
export const epcis = ({ token }: Holder) => ({
  get: (path: string) => http().get(`${BASE}${path}`).set("authorization", `Bearer ${token}`),
  post: (path: string, body: unknown, behaviour?: string) => {
    const asked = http().post(`${BASE}${path}`).set("authorization", `Bearer ${token}`).type("json")
    if (behaviour) asked.set("GS1-Capture-Error-Behaviour", behaviour)
    return asked.send(typeof body === "string" ? body : JSON.stringify(body))
  },
})

let serial = 0
/** A URI that no other test has. */
export const thing = () => `https://vi-du.example.vn/obj/${process.pid}-${Date.now().toString(36)}-${++serial}`

/** A valid event about a thing of its own. */
export const event = (more: Json = {}): Json => ({
  type: "ObjectEvent",
  action: "OBSERVE",
  eventTime: "2026-10-02T08:00:00+07:00",
  eventTimeZoneOffset: "+07:00",
  epcList: [thing()],
  bizStep: "inspecting",
  ...more,
})

export const documentOf = (...events: unknown[]) => ({
  "@context": CONTEXT,
  type: "EPCISDocument",
  schemaVersion: "2.0",
  creationDate: "2026-10-03T00:00:00Z",
  epcisBody: { eventList: events },
})

export const alone = (one: Json): Json => ({ "@context": CONTEXT, ...one })

export const eventsOf = (body: Json): Json[] =>
  (body as { epcisBody: { queryResults: { resultsBody: { eventList: Json[] } } } }).epcisBody.queryResults.resultsBody
    .eventList

/** Captures a document and returns its finished job. */
export async function capture(who: Holder, body: unknown, behaviour?: string): Promise<Json> {
  const { headers } = await epcis(who).post("/capture", body, behaviour).expect(202)
  const { body: job } = await epcis(who).get(String(headers.location).slice(BASE.length)).expect(200)
  return job
}

/** What stands in the tables of one producer: a refusal must leave all of it as it was. */
export async function traces(producer_id: string): Promise<Json> {
  const { rows } = await db().query(
    `select (select count(*)::int from epcis_event where producer_id = $1) as events,
       (select count(*)::int from epcis_event_thing where producer_id = $1) as things,
       (select count(*)::int from log_entry g join epcis_event e on e.id = g.event_row_id where e.producer_id = $1) as lines`,
    [producer_id],
  )
  return rows[0]
}

/** Lines of the log, which must count up to its size. */
export async function logGap(): Promise<number> {
  const { rows } = await db().query("select (select size from log_head)::int - count(*)::int as gap from log_entry")
  return rows[0].gap
}
