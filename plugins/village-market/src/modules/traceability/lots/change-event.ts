import type { CHANGE_KINDS } from "../models/lot-change"
import type { EpcisEvent } from "../repository/epcis-event"
import { epcisQuantity } from "./epcis-quantity"
import { baseOf, lotUri } from "./lot-address"
import type { Place } from "./lot-event"
import { eventTime, ZONE_OFFSET } from "./lot-time"

export type ChangeKind = (typeof CHANGE_KINDS)[number]
export type ChangedLot = { code: string; quantity: number; unit: string }

export type ChangeFacts = {
  publicUrl: string
  producer_id: string
  place: Place
  kind: ChangeKind
  /** ISO date or instant. */
  happened_at: string
  inputs: ChangedLot[]
  outputs: ChangedLot[]
}

const STEPS = {
  split: { id: "lot-split", vi: "Tách lô", en: "Lot split" },
  merge: { id: "lot-merge", vi: "Gộp lô", en: "Lots merged" },
  transformation: { id: "lot-transformation", vi: "Làm thành lô khác", en: "Turned into another lot" },
} satisfies Record<ChangeKind, { id: string; vi: string; en: string }>

/**
 * Lots that became other lots, as an EPCIS 2.0 TransformationEvent (§7.4.5: any of what went in may be in any of what came
 * out, and it cannot be undone). A lot is a class of things (EPCIS §7.3.3.3), so a new code for some of it, too, uses up
 * the old class and makes an instance of a new one: `creating_class_instance` (CBV 2.0 §7.1). It stands in no diary, since
 * it names all siblings with their amounts; each new lot says in its own diary what it was made from.
 */
export function changeEvent({ publicUrl, place, kind, happened_at, ...facts }: ChangeFacts): EpcisEvent {
  const { time, precision } = eventTime(happened_at)
  const element = ({ code, quantity, unit }: ChangedLot) => ({
    epcClass: lotUri(publicUrl, code),
    ...epcisQuantity(quantity, unit),
  })
  const { village, commune } = place
  return {
    type: "TransformationEvent",
    eventTime: time,
    eventTimeZoneOffset: ZONE_OFFSET,
    inputQuantityList: facts.inputs.map(element),
    outputQuantityList: facts.outputs.map(element),
    bizStep: "creating_class_instance",
    disposition: "active",
    readPoint: {
      id: village
        ? `${baseOf(publicUrl)}/market/villages/${encodeURIComponent(village.id)}`
        : `${baseOf(publicUrl)}/market?commune=${commune.code}`,
    },
    "vm:producer": facts.producer_id,
    "vm:step": STEPS[kind].id,
    "vm:stepName": STEPS[kind].vi,
    "vm:stepNameEn": STEPS[kind].en,
    "vm:timePrecision": precision,
    ...(village && { "vm:village": village.name }),
    "vm:commune": commune.full_name,
  }
}
