import type { Json } from "../log/jcs"
import type { LotRecord } from "./lot-event"

/** What the records say of a lot. Pages show this and not the columns beside it: what is read is then what was hashed. */
export type LotFacts = {
  title: string
  /** ISO date. */
  made_on: string
  expires_on: string | null
  village: string | null
  commune: string
  /** URIs of the lots it was made from, as far as they are recorded. */
  made_from: string[]
}

const text = (value: Json | undefined) => (typeof value === "string" ? value : null)
const texts = (value: Json | undefined) =>
  Array.isArray(value) ? value.flatMap((one) => (typeof one === "string" ? [one] : [])) : []
const member = (value: Json | undefined, name: string) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? text(value[name]) : null

/** The facts stand in the record of the lot's making; without one (never written by us) there are none. */
export function lotFacts(records: LotRecord[]): LotFacts | undefined {
  const made = records.find(({ action }) => action === "ADD")
  if (!made) return undefined
  return {
    title: member(made.ilmd, "vm:product") ?? "",
    made_on: member(made.ilmd, "vm:madeOn") ?? made.eventTime.slice(0, 10),
    made_from: texts(made["vm:madeFrom"]),
    expires_on: member(made.ilmd, "cbvmda:itemExpirationDate"),
    village: text(made["vm:village"]),
    commune: text(made["vm:commune"]) ?? "",
  }
}

export const recordedNote = (record: LotRecord) => text(record["vm:note"])
