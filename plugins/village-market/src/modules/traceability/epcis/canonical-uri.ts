import { digitalLinkOfUrn } from "./epc-urn"

/** The primary keys a Digital Link may start with, by their older names too, which EPCIS documents still carry. */
const KEY_BY_NAME = new Map([
  ["gtin", "01"],
  ["itip", "8006"],
  ["cpid", "8010"],
  ["gln", "414"],
  ["party", "417"],
  ["gsrnp", "8017"],
  ["gsrn", "8018"],
  ["gcn", "255"],
  ["sscc", "00"],
  ["gdti", "253"],
  ["ginc", "401"],
  ["gsin", "402"],
  ["grai", "8003"],
  ["giai", "8004"],
])
const KEYS = new Set(KEY_BY_NAME.values())
const QUALIFIER_BY_NAME = new Map([
  ["cpv", "22"],
  ["lot", "10"],
  ["ser", "21"],
])

// GS1's set 82 without the signs that a path must percent-encode; 39 for component parts.
const LETTERS = /^["'\-.0-9;-?A-Z_a-z]*$/
const COMPONENT_LETTERS = /^[#\-/0-9A-Z]*$/

type Shape = { value: RegExp; longest: number; qualifiers?: Record<string, number> }
const SHAPES = new Map(
  Object.entries<Shape>({
    "00": { value: /^\d{18}$/, longest: 18 },
    "01": { value: /^\d{14}$/, longest: 14, qualifiers: { "10": 20, "21": 20, "235": 28 } },
    "253": { value: /^\d{13}["'\-.0-9;-?A-Z_a-z]*$/, longest: 30 },
    "255": { value: /^\d{13,25}$/, longest: 25 },
    "401": { value: LETTERS, longest: 30 },
    "402": { value: /^\d{17}$/, longest: 17 },
    "414": { value: /^\d{13}$/, longest: 13, qualifiers: { "254": 20 } },
    "417": { value: /^\d{13}$/, longest: 13 },
    "8003": { value: /^\d{14}["'\-.0-9;-?A-Z_a-z]*$/, longest: 30 },
    "8004": { value: LETTERS, longest: 30 },
    "8006": { value: /^\d{18}$/, longest: 18, qualifiers: { "10": 20, "21": 20 } },
    "8010": { value: COMPONENT_LETTERS, longest: 30, qualifiers: { "8011": 12 } },
    "8017": { value: /^\d{18}$/, longest: 18 },
    "8018": { value: /^\d{18}$/, longest: 18 },
  }),
)

/**
 * The one spelling of a GS1 identifier that the CBV event hash takes (CBV 2.0 §8.9): https://id.gs1.org, key numbers for
 * names, GTIN of 14 digits, only the finest level (a serial drops its lot, a consumer product variant goes), no query.
 * Undefined for whatever carries no GS1 key: other URIs keep their own spelling.
 */
export function canonicalUri(uri: string): string | undefined {
  if (uri.startsWith("urn:")) return digitalLinkOfUrn(uri)
  if (!/^https?:\/\//.test(uri) || uri.length > 2048) return undefined
  const segments = uri
    .replace(/[?#].*$/s, "")
    .replace(/\/$/, "")
    .split("/")
    .slice(3)
  const start = segments.findIndex((name, at) => keyOf(name) !== undefined && /^\d{4}./.test(segments[at + 1] ?? ""))
  const key = keyOf(segments[start] ?? "")
  const shape = key === undefined ? undefined : SHAPES.get(key)
  if (!shape || start < 0) return undefined
  const value = key === "01" ? padded(segments[start + 1] ?? "") : (segments[start + 1] ?? "")
  if (!shape.value.test(value) || value.length > shape.longest) return undefined
  const qualifier = finest(segments.slice(start + 2), shape.qualifiers ?? {})
  return qualifier === undefined ? undefined : `https://id.gs1.org/${key}/${value}${qualifier}`
}

const keyOf = (name: string) => (KEYS.has(name) ? name : KEY_BY_NAME.get(name))

const padded = (digits: string) => (/^(\d{8}|\d{12,13})$/.test(digits) ? digits.padStart(14, "0") : digits)

function finest(segments: string[], allowed: Record<string, number>): string | undefined {
  if (segments.length % 2 !== 0) return undefined
  const found: { name: string; value: string }[] = []
  for (let at = 0; at < segments.length; at += 2) {
    const given = segments[at] ?? ""
    const name = QUALIFIER_BY_NAME.get(given) ?? given
    const value = segments[at + 1] ?? ""
    if (name === "22" && at === 0 && "21" in allowed && LETTERS.test(value) && value.length <= 20) continue
    const longest = allowed[name]
    const letters = name === "8011" ? /^\d*$/ : LETTERS
    if (longest === undefined || !letters.test(value) || value.length > longest) return undefined
    found.push({ name, value })
  }
  const names = found.map(({ name }) => name).join(" ")
  const last = found.at(-1)
  if (!last) return ""
  // Two qualifiers only as lot and serial, in this order; the serial alone then names the thing.
  return found.length === 1 || names === "10 21" ? `/${last.name}/${last.value}` : undefined
}

/** The spelling in which identifiers are compared: two spellings of one GS1 identifier are one, other URIs as they are. */
export const comparableUri = (uri: string): string => canonicalUri(uri) ?? uri
