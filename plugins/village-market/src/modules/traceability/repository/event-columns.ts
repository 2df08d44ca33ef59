import { listOf, memberOf, type StoredEvent, textOf } from "./epcis-event"
import { bareWord } from "./event-things"

/** The parts of an event that stand in columns of `epcis_event`. */
export function columnsOf(event: StoredEvent) {
  return {
    event_id: event.eventID,
    type: event.type,
    action: textOf(event.action),
    biz_step: word(event.bizStep),
    disposition: word(event.disposition),
    event_time: event.eventTime,
    event_time_zone_offset: event.eventTimeZoneOffset,
    read_point: textOf(memberOf(event.readPoint, "id")),
    biz_location: textOf(memberOf(event.bizLocation, "id")),
    error_reason: word(memberOf(event.errorDeclaration, "reason")),
    error_time: textOf(memberOf(event.errorDeclaration, "declarationTime")),
  }
}

const word = (value: Parameters<typeof textOf>[0]) => {
  const text = textOf(value)
  return text === null ? null : bareWord(text)
}

/** Whether an event declares an error of an event that was captured before. */
export const declaresError = (event: { errorDeclaration?: unknown }) =>
  typeof event.errorDeclaration === "object" && event.errorDeclaration !== null

/** The ids of the events that an error declaration puts in the place of the wrong one. */
export const correctiveIds = (event: StoredEvent | { [key: string]: never }) =>
  listOf(memberOf(event.errorDeclaration, "correctiveEventIDs")).flatMap((id) => textOf(id) ?? [])
