import type { Json } from "../log/jcs"

export const EVENT_TYPES = [
  "ObjectEvent",
  "AggregationEvent",
  "TransactionEvent",
  "TransformationEvent",
  "AssociationEvent",
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** An EPCIS 2.0 event in JSON. Members that every event has are named; what else it holds depends on its type. */
export type EpcisEvent = { [key: string]: Json } & {
  type: string
  eventTime: string
  eventTimeZoneOffset: string
}

/** An event as it is stored: with its id and with the time at which we recorded it. */
export type StoredEvent = EpcisEvent & { eventID: string; recordTime: string }

/** The member as text, or null. */
export const textOf = (value: Json | undefined): string | null => (typeof value === "string" ? value : null)

/** The member of an object, or undefined where it is none. */
export const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : undefined

/** The elements of a list; none where it is none. */
export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])
