import { eventHash } from "../epcis/event-hash"
import type { Problem } from "../epcis/problem"
import { problem } from "../epcis/problem"
import { canonical, type Json } from "../log/jcs"
import { type EpcisEvent, listOf, memberOf, type StoredEvent, textOf } from "./epcis-event"

/** An event to be captured, its id known. */
export type Identified = { event: EpcisEvent; eventID: string }

/** A stored version of an event, and the diary it stands in. */
export type Version = {
  event: StoredEvent
  version: number
  lot_id: string | null
  step: string | null
  note: string | null
}

export type Judged =
  | { outcome: "known" }
  /** `of` is what an error declaration declares wrong; it joins the same diary. */
  | { outcome: "new"; version: number; of?: Version }
  | { outcome: "refused"; problem: Problem }

/**
 * What becomes of an event beside the versions that are stored under its id, oldest first, and other events of its owner
 * (`exists`). EPCIS 2.0 §7.4.1.2: an error declaration has the id and the content of the event it declares wrong.
 */
export function judgeCapture(
  { event, eventID }: Identified,
  versions: Version[],
  exists: (eventID: string) => boolean,
  context: Json,
): Judged {
  const same = contentOf(event)
  if (versions.some((version) => contentOf(version.event) === same)) return { outcome: "known" }
  const [first] = versions
  if (event.errorDeclaration === undefined) {
    return first
      ? refused("ResourceAlreadyExistsException", `Another event is stored as ${eventID}.`)
      : { outcome: "new", version: 0 }
  }
  if (!first) return refused("ValidationException", `An error is declared of ${eventID}, which is not stored here.`)
  if (eventHash(event, { context }) !== eventHash(first.event, { context })) {
    return refused("ValidationException", "An error declaration repeats the event that it declares wrong, unchanged.")
  }
  const missing = correctiveIds(event).find((id) => !exists(id))
  if (missing !== undefined) {
    return refused("ValidationException", `The corrective event ${missing} is neither stored nor in this document.`)
  }
  return { outcome: "new", version: versions.length, of: first }
}

const refused = (exception: Parameters<typeof problem>[0], detail: string): Judged => ({
  outcome: "refused",
  problem: problem(exception, { detail }),
})

/** The ids of the events that an error declaration puts in the place of the wrong one. */
export const correctiveIds = (event: EpcisEvent): string[] =>
  listOf(memberOf(event.errorDeclaration, "correctiveEventIDs")).flatMap((id) => textOf(id) ?? [])

/** What two captures of one event have in common: all but its id, which the first may have lacked, and our recordTime. */
function contentOf(event: EpcisEvent): string {
  const { eventID: _, recordTime: __, ...content } = event
  return canonical(content)
}
