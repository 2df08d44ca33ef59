import { comparableUri } from "../epcis/canonical-uri"
import { comparableWord, type WordKind } from "../epcis/vocabulary"
import { type EpcisEvent, listOf, memberOf, textOf } from "./epcis-event"

/**
 * Something an event names, for finding it again. The first nine roles are things; the others are what queries ask for
 * besides: a list of things is always read with its roles.
 */
export type ThingRole =
  | (typeof THING_ROLES)[number]
  | "transformation"
  | `bizTransaction:${string}`
  | `source:${string}`
  | `destination:${string}`
  | "persistentSet"
  | "persistentUnset"
  | "corrective"

export const THING_ROLES = [
  "epc",
  "parent",
  "child",
  "input",
  "output",
  "class",
  "childClass",
  "inputClass",
  "outputClass",
] as const

export type Thing = { role: ThingRole; uri: string; quantity: number | null; uom: string | null }

const EPC_LISTS = [
  ["epcList", "epc"],
  ["childEPCs", "child"],
  ["inputEPCList", "input"],
  ["outputEPCList", "output"],
] as const

const QUANTITY_LISTS = [
  ["quantityList", "class"],
  ["childQuantityList", "childClass"],
  ["inputQuantityList", "inputClass"],
  ["outputQuantityList", "outputClass"],
] as const

const TYPED_LISTS = [
  ["bizTransactionList", "bizTransaction", "BTT"],
  ["sourceList", "source", "SDT"],
  ["destinationList", "destination", "SDT"],
] as const

/** All that an event names, URIs and words in the spelling in which queries compare them, in the order of the standard's fields. A business transaction without a type has the role `bizTransaction:`. */
export function thingsOf(event: EpcisEvent): Thing[] {
  const plain = (role: ThingRole, uri: string | null): Thing[] =>
    uri === null ? [] : [{ role, uri: comparableUri(uri), quantity: null, uom: null }]
  const set = event.persistentDisposition
  return [
    ...plain("parent", textOf(event.parentID)),
    ...EPC_LISTS.flatMap(([list, role]) => listOf(event[list]).flatMap((epc) => plain(role, textOf(epc)))),
    ...QUANTITY_LISTS.flatMap(([list, role]) =>
      listOf(event[list]).flatMap((element) => {
        const quantity = memberOf(element, "quantity")
        return plain(role, textOf(memberOf(element, "epcClass"))).map((thing) => ({
          ...thing,
          quantity: typeof quantity === "number" ? quantity : null,
          uom: textOf(memberOf(element, "uom")),
        }))
      }),
    ),
    ...plain("transformation", textOf(event.transformationID)),
    ...TYPED_LISTS.flatMap(([list, name, kind]) =>
      listOf(event[list]).flatMap((element) =>
        plain(`${name}:${wordOf(kind, memberOf(element, "type")) ?? ""}`, textOf(memberOf(element, name))),
      ),
    ),
    ...listOf(memberOf(set, "set")).flatMap((word) => plain("persistentSet", wordOf("Disp", word))),
    ...listOf(memberOf(set, "unset")).flatMap((word) => plain("persistentUnset", wordOf("Disp", word))),
    ...listOf(memberOf(event.errorDeclaration, "correctiveEventIDs")).flatMap((id) => plain("corrective", textOf(id))),
  ]
}

/** A word in the spelling in which queries compare it, or null where there is none. */
export function wordOf(kind: WordKind, value: Parameters<typeof textOf>[0]): string | null {
  const text = textOf(value)
  return text === null ? null : (comparableWord(kind, text) ?? text)
}
