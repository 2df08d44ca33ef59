import { epcisQuantity } from "../lots/epcis-quantity"
import { type EpcisEvent, listOf, memberOf } from "../repository/epcis-event"

/** What a household tells of a step beside what, when and where. */
export type StepExtras = {
  /** Of the lot's things, or of the input where something was used. Never public. */
  amount?: number
  /** The household's own word: kg, lít, cái. */
  unit?: string
  /** What was used: clay, manure, seed. Never public. */
  input?: string
}

/** Of photos, the SHA-256 of their largest JPEG; `photo_of` binds photos that came later to the step that they show. */
export type StepPhotos = { photos?: string[]; photo_of?: string }

/**
 * The event with what was told. An amount of the lot stands in its quantityList as EPCIS has it; what was used, and how
 * much of that, has no field there for a step that only observes a lot, so it stands in a field of ours. The public form
 * of an event names its fields one by one and has neither (`public-record.ts`).
 */
export function withExtras(
  event: EpcisEvent,
  { amount, unit, input, photos, photo_of }: StepExtras & StepPhotos,
  { asks_input }: { asks_input: boolean },
): EpcisEvent {
  const ofInput = input !== undefined || asks_input
  const counted = amount === undefined ? undefined : epcisQuantity(amount, unit ?? "")
  const named = amount !== undefined && unit && !counted?.uom ? unit : undefined
  return {
    ...event,
    ...(counted &&
      !ofInput && {
        quantityList: listOf(event.quantityList).map((element) => ({
          epcClass: memberOf(element, "epcClass") ?? null,
          ...counted,
        })),
      }),
    ...(named && !ofInput && { "vm:unit": named }),
    ...(ofInput &&
      (input || counted) && {
        "vm:input": {
          ...(input && { "vm:name": input }),
          ...(counted && { "vm:quantity": counted.quantity }),
          ...(counted?.uom && { "vm:uom": counted.uom }),
          ...(named && { "vm:unit": named }),
        },
      }),
    ...(photos && photos.length > 0 && { "vm:photos": photos }),
    ...(photo_of && { "vm:photoOf": photo_of }),
  }
}

/** What was told of a stored event, for its owner: an amount in the household's unit, and what was used. */
export function extrasOf(event: EpcisEvent): StepExtras {
  const own = event["vm:input"] === undefined ? listOf(event.quantityList)[0] : event["vm:input"]
  const member = (...names: string[]) => names.map((name) => memberOf(own, name)).find((value) => value !== undefined)
  const amount = member("vm:quantity", "quantity")
  const uom = member("vm:uom", "uom")
  const unit = member("vm:unit") ?? event["vm:unit"] ?? (typeof uom === "string" ? WORDS[uom] : undefined)
  const input = member("vm:name")
  return {
    ...(typeof amount === "number" && { amount }),
    ...(typeof unit === "string" && { unit }),
    ...(typeof input === "string" && { input }),
  }
}

/** Units a step can be told in beside the lot's own; codes of UN/CEFACT Recommendation 20. */
const WORDS: Record<string, string> = {
  ...{ KGM: "kg", GRM: "g", DTN: "tạ", TNE: "tấn", LTR: "lít", MLT: "ml", MTR: "m", MTK: "m2", MTQ: "m3" },
}
export const STEP_UNITS = Object.values(WORDS)
