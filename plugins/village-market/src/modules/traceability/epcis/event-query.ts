import type { Action } from "./vocabulary"

/** What a thing is to an event; the role of a row of `epcis_event_thing`. */
export type ThingRole =
  | "epc"
  | "parent"
  | "child"
  | "input"
  | "output"
  | "class"
  | "childClass"
  | "inputClass"
  | "outputClass"

/** From (included) and until (excluded), instants as ISO 8601 in UTC. */
export type Span = { ge?: string; lt?: string }

/** A URI in the spelling of `comparableUri`, or the start of all URIs that a pattern (`urn:epc:idpat:…`) covers. */
export type UriMatch = { is: string } | { startsWith: string }

/** One MATCH_ parameter: some thing in one of these roles matches one of these. */
export type ThingMatch = { roles: ThingRole[]; any: UriMatch[] }

export type QuantityComparison = { operator: "=" | ">" | ">=" | "<" | "<="; value: string }

/**
 * A `SimpleEventQuery` (EPCIS 2.0 §8.2.7.1). All members given must hold, a list means one of its values; values of a
 * vocabulary in the spelling of `comparableWord`, URIs in that of `comparableUri`. Both spellings must be stored, or
 * computed, on the other side of the comparison.
 */
export type EventQuery = {
  eventTypes?: string[]
  eventTime?: Span
  recordTime?: Span
  actions?: Action[]
  bizSteps?: string[]
  dispositions?: string[]
  persistentDispositions?: { set?: string[]; unset?: string[] }
  readPoints?: string[]
  bizLocations?: string[]
  transformationIds?: string[]
  eventIds?: string[]
  things: ThingMatch[]
  /** Each must hold for some quantity of the event; they need not be the same one. */
  quantities: QuantityComparison[]
  bizTransactions: { type: string; values: string[] }[]
  sources: { type: string; values: string[] }[]
  destinations: { type: string; values: string[] }[]
  errorDeclaration?: { exists?: true; time?: Span; reasons?: string[]; correctiveEventIds?: string[] }
  /** Undefined: any order will do. */
  orderBy?: "eventTime" | "recordTime"
  orderDirection: "ASC" | "DESC"
  /** The first N in the order asked for. */
  eventCountLimit?: number
  /** More results than this: QueryTooLargeException instead of a result. */
  maxEventCount?: number
  perPage: number
  nextPageToken?: string
}
