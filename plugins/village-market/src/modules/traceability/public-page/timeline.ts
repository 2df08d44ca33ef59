import { isIntact } from "../log/merkle"
import { recordedNote } from "../lots/lot-facts"
import type { PublicEvent } from "./read-lot-page"

/**
 * A step on the line of time. `mistaken` is the day its maker declared it an error; `intact` compares what is shown with
 * what was logged: undefined where the salt was erased and it cannot be said.
 */
export type TimelineStep = {
  event: PublicEvent
  note: string | null
  mistaken: string | null
  intact: boolean | undefined
}

/** One step for each event, in the order of time; a declaration of an error marks the step it is about. */
export function timeline(events: readonly PublicEvent[]): TimelineStep[] {
  return events
    .filter(({ version, adds_photo }) => version === 0 && !adds_photo)
    .map((event) => {
      const error = events.find(
        (one) => one.version > 0 && one.event_id === event.event_id && one.error_reason !== null,
      )
      return { event, note: recordedNote(event.record), mistaken: error?.recorded_at ?? null, intact: isIntact(event) }
    })
}
