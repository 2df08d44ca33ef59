import { craftStep } from "../../modules/traceability/lots/craft-steps"
import type { LotRecord } from "../../modules/traceability/lots/lot-record"
import { date, dateTime } from "../format"
import type { Language } from "../language"

/** A step in words; a word that left the vocabulary is read from the record, which keeps its Vietnamese name. */
export function stepName(lang: Language, record: LotRecord) {
  const id = String(record["vm:step"])
  return craftStep(id)?.[lang] ?? String(record["vm:stepName"])
}

/** The day, or the day and time where they are known. */
export const stepTime = (lang: Language, { eventTime, ...record }: LotRecord) =>
  record["vm:timePrecision"] === "instant" ? dateTime(lang, eventTime) : date(lang, eventTime)
