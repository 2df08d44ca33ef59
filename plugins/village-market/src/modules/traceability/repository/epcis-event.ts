import { MedusaError } from "@medusajs/framework/utils"
import type { Json } from "../log/jcs"

/** An EPCIS 2.0 event in JSON. Members that every event has are named; what else it holds depends on its type. */
export type EpcisEvent = { [key: string]: Json } & {
  type: string
  eventTime: string
  eventTimeZoneOffset: string
}

/** An event as it is stored: with its id and with the time at which we recorded it. */
export type StoredEvent = EpcisEvent & { eventID: string; recordTime: string }

/** A validated event by its type. Throws where something was not validated. */
export function asEvent(value: { [key: string]: Json }): EpcisEvent {
  const { type, eventTime, eventTimeZoneOffset } = value
  if (typeof type !== "string" || typeof eventTime !== "string" || typeof eventTimeZoneOffset !== "string")
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "An event was not validated")
  return { ...value, type, eventTime, eventTimeZoneOffset }
}

/** The member as text, or null. */
export const textOf = (value: Json | undefined): string | null => (typeof value === "string" ? value : null)

/** The member of an object, or undefined where it is none. */
export const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : undefined

/** The elements of a list; none where it is none. */
export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])
