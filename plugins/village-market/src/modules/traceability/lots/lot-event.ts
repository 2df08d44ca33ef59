import type { StepWord } from "../diary/vocabulary"
import type { Json } from "../log/jcs"
import type { EpcisEvent } from "../repository/epcis-event"
import { epcisQuantity } from "./epcis-quantity"
import { baseOf, lotUri } from "./lot-address"
import { eventTime, ZONE_OFFSET } from "./lot-time"

export type Place = { village: { id: string; name: string } | null; commune: { code: string; full_name: string } }

export type LotStepEvent = {
  publicUrl: string
  code: string
  word: StepWord
  /** ISO date or instant. */
  happened_at: string
  producer_id: string
  place: Place
  note?: string
  /** Given for the making of the lot: then the event also carries what is true of the whole lot. */
  lot?: { title: string; made_on: string; expires_on: string | null; quantity: number; unit: string }
  /** URIs of the producer's own lots that it was made from. */
  madeFrom?: string[]
  /** URI of another household's lot that it is said to come from. Not public: nobody has confirmed it. */
  source?: string
}

/** The public form of an event of a diary, as it was logged. */
export type LotRecord = { [key: string]: Json } & { type: string; eventTime: string }

/** Where our own words are explained; the fragment names the word. */
export const termsUri = (publicUrl: string) => `${baseOf(publicUrl)}/lot/terms#`

/** The JSON-LD context of our records: GS1's, and ours for words that GS1 has not. */
export const recordContext = (publicUrl: string): Json => [
  "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
  { vm: termsUri(publicUrl) },
]

/**
 * What happened to a lot, as an EPCIS 2.0 ObjectEvent without its id. It answers what, when, where (village and commune,
 * never an exact place), why, and who by an opaque id: a household's name can be its owner's, and must be erasable while
 * the record stands. How many there are stands in it for the owner and the authorities; the public form leaves it out.
 */
export function lotEvent({ publicUrl, code, word, happened_at, place, note, lot, ...event }: LotStepEvent): EpcisEvent {
  const { time, precision } = eventTime(happened_at)
  const { village, commune } = place
  return {
    type: "ObjectEvent",
    eventTime: time,
    eventTimeZoneOffset: ZONE_OFFSET,
    action: lot ? "ADD" : "OBSERVE",
    bizStep: word.biz_step ?? termsUri(publicUrl) + word.id,
    quantityList: [{ epcClass: lotUri(publicUrl, code), ...(lot && epcisQuantity(lot.quantity, lot.unit)) }],
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
        // A lot that was divided or put together is as old as what is in it.
        ...(lot.made_on !== time.slice(0, 10) && { "vm:madeOn": lot.made_on }),
      },
    }),
    "vm:producer": event.producer_id,
    "vm:step": word.id,
    "vm:stepName": word.vi,
    "vm:stepNameEn": word.en,
    "vm:timePrecision": precision,
    ...(village && { "vm:village": village.name }),
    "vm:commune": commune.full_name,
    ...(event.madeFrom && event.madeFrom.length > 0 && { "vm:madeFrom": event.madeFrom }),
    ...(event.source && { "vm:declaredSource": event.source }),
    ...(note && { "vm:note": note }),
  }
}
