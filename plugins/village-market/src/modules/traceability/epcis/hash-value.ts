import type { Json } from "../log/jcs"
import { canonicalUri } from "./canonical-uri"

export type Namespaces = ReadonlyMap<string, string>

/** Prefixes that EPCIS documents may use undeclared; the one of `cbvmda` indeed ends without a colon. */
const WELL_KNOWN: [string, string][] = [
  ["gs1", "https://ref.gs1.org/voc/"],
  ["cbv", "https://ref.gs1.org/cbv/"],
  ["epcis", "https://ref.gs1.org/epcis/"],
  ["cbvmda", "urn:epcglobal:cbv:mda"],
]

/** The prefixes of a JSON-LD context: the well-known ones, overridden by what the documents declare, in order. */
export function namespacesOf(...contexts: (Json | undefined)[]): Namespaces {
  const found = new Map(WELL_KNOWN)
  for (const part of contexts.flat()) {
    if (typeof part !== "object" || part === null || Array.isArray(part)) continue
    for (const [prefix, uri] of Object.entries(part)) {
      if (typeof uri === "string" && prefix !== "gs1") found.set(prefix, uri)
    }
  }
  return found
}

/** `prefix:local` as `{namespace}local`; a name without a known prefix stays. */
export function qualifiedName(name: string, namespaces: Namespaces): string {
  const colon = name.indexOf(":")
  const namespace = colon < 0 ? undefined : namespaces.get(name.slice(0, colon))
  return namespace === undefined ? name : `{${namespace}}${name.slice(colon + 1)}`
}

/** What a bare word of a field stands for: the stem of its URI. */
const STEMS = new Map([
  ["bizStep", "https://ref.gs1.org/cbv/BizStep-"],
  ["disposition", "https://ref.gs1.org/cbv/Disp-"],
  ["bizTransaction.type", "https://ref.gs1.org/cbv/BTT-"],
  ["source.type", "https://ref.gs1.org/cbv/SDT-"],
  ["destination.type", "https://ref.gs1.org/cbv/SDT-"],
  ["component", "https://ref.gs1.org/cbv/Comp-"],
  ["sensorReport.type", "https://ref.gs1.org/voc/"],
  ["exception", "https://ref.gs1.org/voc/"],
])

const CBV_URNS: [string, string][] = [
  ["urn:epcglobal:cbv:bizstep:", "https://ref.gs1.org/cbv/BizStep-"],
  ["urn:epcglobal:cbv:disp:", "https://ref.gs1.org/cbv/Disp-"],
  ["urn:epcglobal:cbv:btt:", "https://ref.gs1.org/cbv/BTT-"],
  ["urn:epcglobal:cbv:sdt:", "https://ref.gs1.org/cbv/SDT-"],
  ["urn:epcglobal:cbv:er:", "https://ref.gs1.org/cbv/ER-"],
]

/**
 * The one spelling of a field's value that is hashed (CBV 2.0 §8.9.2): trimmed, numbers and numeric texts in plain
 * notation, CBV words and CURIEs as URIs, GS1 identifiers as canonical Digital Links. `field` names standard fields only;
 * "" for extensions. Empty for what has no value.
 */
export function hashValue(field: string, value: Json, namespaces: Namespaces): string {
  if (typeof value === "boolean") return String(value)
  if (typeof value === "number") return plainNumber(String(value)) ?? String(value)
  if (typeof value !== "string") return ""
  const text = value.trim()
  if (/time$/i.test(field)) return utcMilliseconds(text)
  const stem = STEMS.get(field)
  if (stem !== undefined && text !== "" && !text.includes(":")) return stem + text
  const expanded = expandedCurie(text, namespaces)
  const urn = CBV_URNS.find(([start]) => expanded.startsWith(start))
  const word = urn ? urn[1] + expanded.slice(urn[0].length) : expanded
  return plainNumber(word) ?? canonicalUri(word) ?? word
}

/** Only CURIEs of GS1's own vocabularies stand for their URI; those of the user stay as they are. */
function expandedCurie(text: string, namespaces: Namespaces): string {
  const colon = text.indexOf(":")
  const namespace = colon < 0 ? undefined : namespaces.get(text.slice(0, colon))
  const ours = namespace?.startsWith("https://ref.gs1.org/") || namespace?.startsWith("https://gs1.org/")
  return ours ? namespace + text.slice(colon + 1) : text
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt\s](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d(?::?\d\d)?)$/

/** An instant in UTC with three decimals, the fourth rounding half up; what is no such instant stays as it is. */
export function utcMilliseconds(text: string): string {
  const parts = TIME.exec(text)
  if (!parts) return text
  const [, year, month, day, hour, minute, second, fraction = "", zone = "Z"] = parts
  if (Number(second) > 59) return text
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0")) + (Number(fraction[3] ?? 0) >= 5 ? 1 : 0)
  const local = new Date(0)
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  local.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds)
  const sign = zone.startsWith("-") ? -1 : 1
  const offset = /^[Zz]$/.test(zone)
    ? 0
    : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "")))
  return new Date(local.getTime() - offset * 60_000).toISOString()
}

// A bounded exponent: "1e999999999" must not become a thousand million zeros.
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** A decimal number without exponent, plus sign, leading or trailing zeros; undefined where the text is no number. */
export function plainNumber(text: string): string | undefined {
  const [, sign, whole = "", fraction = "", exponent = "0"] = NUMBER.exec(text) ?? []
  if (sign === undefined || whole + fraction === "") return undefined
  const shift = whole.length + Number(exponent)
  const digits = whole + fraction
  const before = shift <= 0 ? "" : digits.slice(0, shift).padEnd(shift, "0")
  const after = shift <= 0 ? "0".repeat(-shift) + digits : digits.slice(shift)
  const integer = before.replace(/^0+/, "") || "0"
  const decimals = after.replace(/0+$/, "")
  const plain = decimals ? `${integer}.${decimals}` : integer
  return sign === "-" && plain !== "0" ? `-${plain}` : plain
}
