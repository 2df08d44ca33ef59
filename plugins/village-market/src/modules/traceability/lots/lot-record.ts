import type { StepWord } from "../diary/vocabulary"
import type { Json } from "../log/jcs"
import { baseOf, lotUri } from "./lot-address"
import { eventTime, ZONE_OFFSET } from "./lot-time"

export type Place = { village: { id: string; name: string } | null; commune: { code: string; full_name: string } }

export type NewRecord = {
  publicUrl: string
  code: string
  event_id: string
  word: StepWord
  /** ISO date or instant. */
  happened_at: string
  recorded_at: Date
  producer_id: string
  place: Place
  note?: string
  /** Given for the making of the lot: then the event also carries what is true of the whole lot. */
  lot?: { title: string; expires_on: string | null }
}

export type LotRecord = { [key: string]: Json } & {
  type: "ObjectEvent"
  eventID: string
  action: "ADD" | "OBSERVE"
  bizStep: string
  eventTime: string
}

/** Where our own words are explained; the fragment names the word. */
export const termsUri = (publicUrl: string) => `${baseOf(publicUrl)}/lot/terms#`

/** The JSON-LD context of our records: GS1's, and ours for words that GS1 has not. */
export const recordContext = (publicUrl: string): Json => [
  "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
  { vm: termsUri(publicUrl) },
]

/**
 * What happened to a lot, as an EPCIS 2.0 ObjectEvent: as it is exported, stored and hashed. It answers what, when,
 * where (village and commune, never an exact place), why, and who by an opaque id: a household's name can be its owner's,
 * and must be erasable while the record stands. Quantities stay out: they would tell everybody a household's output.
 */
export function lotRecord({ publicUrl, code, word, happened_at, place, note, lot, ...event }: NewRecord): LotRecord {
  const { time, precision } = eventTime(happened_at)
  const { village, commune } = place
  return {
    type: "ObjectEvent",
    eventID: event.event_id,
    eventTime: time,
    eventTimeZoneOffset: ZONE_OFFSET,
    recordTime: event.recorded_at.toISOString(),
    action: lot ? "ADD" : "OBSERVE",
    bizStep: word.biz_step ?? termsUri(publicUrl) + word.id,
    quantityList: [{ epcClass: lotUri(publicUrl, code) }],
    readPoint: {
      id: village
        ? `${baseOf(publicUrl)}/market/villages/${encodeURIComponent(village.id)}`
        : `${baseOf(publicUrl)}/market?commune=${commune.code}`,
    },
    ...(lot && {
      disposition: "active",
      ilmd: {
        "cbvmda:lotNumber": code,
        ...(lot.expires_on && { "cbvmda:itemExpirationDate": lot.expires_on }),
        "vm:product": lot.title,
      },
    }),
    "vm:producer": event.producer_id,
    "vm:step": word.id,
    "vm:stepName": word.vi,
    "vm:stepNameEn": word.en,
    "vm:timePrecision": precision,
    ...(village && { "vm:village": village.name }),
    "vm:commune": commune.full_name,
    ...(note && { "vm:note": note }),
  }
}
