import { comparableUri } from "../epcis/canonical-uri"
import { utcMilliseconds } from "../epcis/hash-value"
import type { Json } from "../log/jcs"
import { memberOf, type StoredEvent, textOf } from "./epcis-event"
import { wordOf } from "./event-things"

/** The parts of an event that stand in columns of `epcis_event`, in the spelling in which queries compare them. */
export function columnsOf(event: StoredEvent) {
  const declared = textOf(memberOf(event.errorDeclaration, "declarationTime"))
  return {
    event_id: event.eventID,
    type: event.type,
    action: textOf(event.action),
    biz_step: wordOf("BizStep", event.bizStep),
    disposition: wordOf("Disp", event.disposition),
    event_time: utcMilliseconds(event.eventTime),
    event_time_zone_offset: event.eventTimeZoneOffset,
    read_point: uriOf(memberOf(event.readPoint, "id")),
    biz_location: uriOf(memberOf(event.bizLocation, "id")),
    error_reason: wordOf("ER", memberOf(event.errorDeclaration, "reason")),
    error_time: declared === null ? null : utcMilliseconds(declared),
  }
}

const uriOf = (value: Json | undefined) => {
  const text = textOf(value)
  return text === null ? null : comparableUri(text)
}
