import type { Json } from "../log/jcs"
import { isObject } from "./checks"
import type { JsonObject } from "./event-hash"
import { CAPTURE_LIMITS, guardFindings } from "./guard"
import { type Finding, invalidDocument, type Problem, problem } from "./problem"
import { profileFindings } from "./profile"
import { validateEnvelope, validateEvent } from "./validate"

export type Capture = {
  /** The document's `@context`, which says what its prefixes mean. */
  context: Json
  /** Not judged yet, each is for `checkEvent`. */
  events: Json[]
  /** The way to the list of events, for findings. */
  path: string[]
}

/**
 * The events of a document to be captured. Judges its size, its form and whatever is not an event: a problem refuses all of
 * it. `body` is the request's bytes or text, or what a parser has made of it.
 */
export function readCapture(body: Buffer | Json): Capture | Problem {
  const read = parsed(body)
  if ("status" in read) return read
  const { json } = read
  const path = isObject(json) && json.type === "EPCISQueryDocument" ? QUERY_PATH : DOCUMENT_PATH
  const list = path.reduce<Json | undefined>((part, name) => (isObject(part) ? part[name] : undefined), json)
  if (Array.isArray(list) && list.length > CAPTURE_LIMITS.events) {
    return problem("CaptureLimitExceededException", {
      detail: `At most ${CAPTURE_LIMITS.events} events at once; here are ${list.length}.`,
    })
  }
  const unfit = guardFindings(json, [], list)
  if (unfit.length > 0) return invalidDocument(unfit)
  const findings = validateEnvelope(json)
  if (findings.length > 0) return invalidDocument(findings)
  const context = isObject(json) ? json["@context"] : undefined
  return { context: context ?? null, events: Array.isArray(list) ? list : [], path }
}

const DOCUMENT_PATH = ["epcisBody", "eventList"]
const QUERY_PATH = ["epcisBody", "queryResults", "resultsBody", "eventList"]

function parsed(body: Buffer | Json): { json: Json } | Problem {
  if (typeof body !== "string" && !Buffer.isBuffer(body)) return { json: body }
  const bytes = Buffer.byteLength(body)
  if (bytes > CAPTURE_LIMITS.bytes) {
    return problem("CaptureLimitExceededException", {
      detail: `At most ${CAPTURE_LIMITS.bytes} bytes at once; here are ${bytes}.`,
    })
  }
  try {
    return { json: JSON.parse(body.toString()) }
  } catch {
    return invalidDocument([{ path: "", code: "not_json", message: "Is not JSON." }])
  }
}

/** An event that may be stored, or what is wrong with it. `path` is the way to it in its document. */
export function checkEvent(
  event: Json,
  now: Date,
  path: (string | number)[] = [],
): { event: JsonObject } | { findings: Finding[] } {
  const unfit = guardFindings(event, path)
  if (unfit.length > 0) return { findings: unfit }
  const invalid = validateEvent(event, path)
  if (invalid.length > 0 || !isObject(event)) return { findings: invalid }
  const findings = profileFindings(event, now, path)
  return findings.length > 0 ? { findings } : { event }
}
