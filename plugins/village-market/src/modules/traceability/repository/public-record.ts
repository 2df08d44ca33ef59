import type { Json } from "../log/jcs"
import { listOf, memberOf, type StoredEvent } from "./epcis-event"

/** The name under which the public form binds the whole event: hex SHA-256(32-byte event salt ‖ JCS(event)). */
export const EVENT_DIGEST = "vm:eventDigest"

/** What may be public of an event. A field that is not named here is not, so that nothing new slips out. */
const PUBLIC_FIELDS = [
  "type",
  "eventTime",
  "eventTimeZoneOffset",
  "recordTime",
  "action",
  "bizStep",
  "disposition",
  "readPoint",
  "vm:producer",
  "vm:step",
  "vm:stepName",
  "vm:stepNameEn",
  "vm:timePrecision",
  "vm:village",
  "vm:commune",
  "vm:note",
  "vm:photos",
  "vm:madeFrom",
  "vm:photoOf",
  "vm:occurrence",
]
const CLASS_LISTS = ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"]
const PUBLIC_ILMD = ["cbvmda:lotNumber", "cbvmda:itemExpirationDate", "vm:product", "vm:madeOn"]
const PUBLIC_ERROR = ["declarationTime", "reason"]

const pick = (value: Json | undefined, names: string[]): [string, Json][] =>
  names.flatMap((name) => {
    const member = memberOf(value, name)
    return member === undefined ? [] : [[name, member] as [string, Json]]
  })

/**
 * The public form of an event, as it is logged and handed out with its proof. Without quantities, for they would tell
 * everybody a household's output; without the event id, which by CBV's hash could be tried out over guessed quantities;
 * without serial numbers, partners, transactions. An event that stands in no diary shows no place and no things either.
 */
export function publicRecord(
  event: StoredEvent,
  digest: string,
  { inDiary }: { inDiary: boolean },
): { [key: string]: Json } {
  const fields = pick(event, PUBLIC_FIELDS).filter(([name]) => inDiary || name !== "readPoint")
  const lists = CLASS_LISTS.flatMap((list): [string, Json][] => {
    const classes = listOf(event[list]).flatMap((element) =>
      pick(element, ["epcClass"]).map((one) => Object.fromEntries([one])),
    )
    return classes.length > 0 && inDiary ? [[list, classes]] : []
  })
  const ilmd = inDiary ? pick(event.ilmd, PUBLIC_ILMD) : []
  const error = pick(event.errorDeclaration, PUBLIC_ERROR)
  return {
    ...Object.fromEntries(fields),
    ...Object.fromEntries(lists),
    ...(ilmd.length > 0 && { ilmd: Object.fromEntries(ilmd) }),
    ...(error.length > 0 && { errorDeclaration: Object.fromEntries(error) }),
    [EVENT_DIGEST]: digest,
  }
}
