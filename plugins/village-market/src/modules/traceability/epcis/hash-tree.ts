import type { Json } from "../log/jcs"
import { hashValue, type Namespaces, qualifiedName } from "./hash-value"

/** An event's property as the hash sees it: a name, a spelling of its value, its own properties. */
export type Node = { name: string; text: string; children: Node[] }

/** The lists whose items have a name of their own in the hashed text; a typed pair has none. */
const ITEM_OF = new Map([
  ["epcList", "epc"],
  ["childEPCs", "epc"],
  ["inputEPCList", "epc"],
  ["outputEPCList", "epc"],
  ["quantityList", "quantityElement"],
  ["childQuantityList", "quantityElement"],
  ["inputQuantityList", "quantityElement"],
  ["outputQuantityList", "quantityElement"],
  ["bizTransactionList", ""],
  ["sourceList", ""],
  ["destinationList", ""],
  ["sensorElementList", "sensorElement"],
])

/** Fields named alike are told apart by what they belong to, for their bare words differ. */
const TYPE_OF = new Map([
  ["bizTransactionList", "bizTransaction.type"],
  ["sourceList", "source.type"],
  ["destinationList", "destination.type"],
  ["sensorReport", "sensorReport.type"],
])

const NOT_HASHED = new Set(["#text", "rdfs:comment", "comment", "@context"])

/** The properties of an event or of a part of it. `of` is the name of the part, "" for the event itself. */
export function nodesOf(of: string, object: { [key: string]: Json }, namespaces: Namespaces): Node[] {
  return Object.entries(object).flatMap(([key, value]) => {
    if (NOT_HASHED.has(key) || value === null) return []
    if (key.includes(":")) return extensionNodes(qualifiedName(key, namespaces), value, namespaces)
    const item = ITEM_OF.get(key)
    if (item !== undefined && Array.isArray(value)) {
      return [{ name: key, text: "", children: value.map((entry) => standardNode(item, key, entry, namespaces)) }]
    }
    if (key === "ilmd") return extensionNodes("ilmd", value, namespaces)
    // Other lists are repeated properties: set, unset, sensorReport.
    return (Array.isArray(value) ? value : [value]).map((entry) => standardNode(key, key, entry, namespaces, of))
  })
}

function standardNode(name: string, part: string, value: Json, namespaces: Namespaces, of = ""): Node {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return { name, text: "", children: nodesOf(part, value, namespaces) }
  }
  const field = name === "type" ? (TYPE_OF.get(of) ?? "") : name === "set" || name === "unset" ? "disposition" : name
  return { name, text: hashValue(field, value, namespaces), children: [] }
}

/** An extension: every element of a list is an entry of its own, and so is every member of an object. */
export function extensionNodes(name: string, value: Json, namespaces: Namespaces): Node[] {
  if (Array.isArray(value)) return value.flatMap((entry) => extensionNode(name, entry, namespaces))
  return extensionNode(name, value, namespaces)
}

function extensionNode(name: string, value: Json, namespaces: Namespaces): Node[] {
  if (value === null) return []
  if (Array.isArray(value)) return [{ name, text: "", children: extensionNodes("", value, namespaces) }]
  if (typeof value !== "object") return [{ name, text: hashValue("", value, namespaces), children: [] }]
  const children = Object.entries(value).flatMap(([key, member]) =>
    NOT_HASHED.has(key) ? [] : extensionNodes(qualifiedName(key, namespaces), member, namespaces),
  )
  return [{ name, text: hashValue("", value["#text"] ?? null, namespaces), children }]
}
