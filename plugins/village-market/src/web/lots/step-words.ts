import { firstEnglish } from "../../modules/traceability/diary/first-words"
import type { LotRecord } from "../../modules/traceability/lots/lot-event"
import { date, dateTime } from "../format"
import type { Language } from "../language"

/** A step in the words it was recorded with, whatever the vocabulary says now; the oldest records hold no English name. */
export function stepName(lang: Language, record: LotRecord) {
  const english = record["vm:stepNameEn"] ?? firstEnglish(String(record["vm:step"]))
  return String((lang === "en" && english) || record["vm:stepName"])
}

/** The day, or the day and time where they are known. */
export const stepTime = (lang: Language, { eventTime, ...record }: LotRecord) =>
  record["vm:timePrecision"] === "instant" ? dateTime(lang, eventTime) : date(lang, eventTime)
