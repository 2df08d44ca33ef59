import { isObject } from "../epcis/checks"
import type { Finding } from "../epcis/problem"
import { checkEvent } from "../epcis/read-capture"
import type { Json } from "../log/jcs"
import { asEvent, type EpcisEvent } from "./epcis-event"
import { withContext } from "./event-context"

/** The event of a body that is one event by itself, with its own `@context`; or what is wrong with it. */
export function readSingleEvent(body: Buffer, now: Date): { event: EpcisEvent } | { findings: Finding[] } {
  const json = parsed(body)
  if (json === undefined) return { findings: [{ path: "", code: "not_json", message: "Is not JSON." }] }
  const checked = checkEvent(json, now)
  if ("findings" in checked) return checked
  if (!isObject(json) || json["@context"] === undefined) {
    return { findings: [{ path: "/@context", code: "missing", message: "Is needed." }] }
  }
  return { event: asEvent(withContext(checked.event, null)) }
}

function parsed(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
