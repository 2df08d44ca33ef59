import { canonical, type Json } from "../log/jcs"
import type { Findings } from "./findings"
import { isDateTime, isUri } from "./text-formats"

/** Adds to the findings whatever is wrong with a value. */
export type Check = (value: unknown, findings: Findings) => void

export type Members = Record<string, Check>

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** For names that no object inherits. */
export const has = (value: object, name: string): boolean => name in value

export const text: Check = (value, findings) => {
  if (typeof value !== "string") findings.add("wrong_type", "Must be a text.")
}

export const number: Check = (value, findings) => {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    findings.add("wrong_type", "Must be a JSON number, without quotation marks.")
  }
}

export const boolean: Check = (value, findings) => {
  if (typeof value !== "boolean") findings.add("wrong_type", "Must be true or false.")
}

export const uri: Check = (value, findings) => {
  if (typeof value !== "string") findings.add("wrong_type", "Must be a URI, as a text.")
  else if (!isUri(value)) findings.add("not_a_uri", "Must be a URI, or a name with a prefix.")
}

export const time: Check = (value, findings) => {
  if (typeof value !== "string") findings.add("wrong_type", "Must be a date and time, as a text.")
  else if (!isDateTime(value)) {
    findings.add("not_a_time", 'Must be a date and time with a zone, such as "2026-11-20T08:00:00+07:00".')
  }
}

export const formed =
  (pattern: RegExp, message: string): Check =>
  (value, findings) => {
    if (typeof value !== "string") findings.add("wrong_type", "Must be a text.")
    else if (!pattern.test(value)) findings.add("wrong_form", message)
  }

export const oneOf =
  (words: readonly string[]): Check =>
  (value, findings) => {
    if (typeof value !== "string" || !words.includes(value)) {
      findings.add("not_in_vocabulary", `Must be ${words.length > 1 ? "one of " : ""}${words.join(", ")}.`)
    }
  }

/** A standard value as a bare word, or one of the user's own as a URI outside the reserved name spaces. */
export const wordOrUri =
  (words: ReadonlySet<string>, reserved: RegExp): Check =>
  (value, findings) => {
    if (typeof value !== "string") findings.add("wrong_type", "Must be a word of the vocabulary or a URI.")
    else if (!words.has(value) && (!isUri(value) || reserved.test(value))) {
      findings.add(
        "not_in_vocabulary",
        "Must be a standard value as a bare word, or a value of your own as a URI outside the vocabularies of GS1.",
      )
    }
  }

type ListRules = { least?: number; distinct?: boolean }

export const list =
  (item: Check, { least = 0, distinct = false }: ListRules = {}): Check =>
  (value, findings) => {
    if (!Array.isArray(value)) return findings.add("wrong_type", "Must be a list.")
    if (value.length < least) findings.add("empty", "Must not be empty.")
    for (let at = 0; at < value.length && !findings.full; at++) findings.at(at, () => item(value[at], findings))
    if (distinct && !findings.full) repeated(value, findings)
  }

function repeated(values: Json[], findings: Findings): void {
  const seen = new Set<string>()
  for (const [at, value] of values.entries()) {
    const key = typeof value === "string" ? `"${value}` : canonical(value)
    if (seen.has(key)) findings.at(at, () => findings.add("repeated", "Stands in the list already."))
    seen.add(key)
  }
}

type ObjectRules = {
  required?: readonly string[]
  /** What other members are allowed: none, those whose name is a URI or has a prefix, or any. */
  others?: "none" | "uri" | "any"
}

export const object = (members: Members, { required = [], others = "any" }: ObjectRules = {}): Check => {
  // A map, for a document may have members called "constructor" or "__proto__".
  const known = new Map(Object.entries(members))
  return (value, findings) => {
    if (!isObject(value)) return findings.add("wrong_type", "Must be an object.")
    for (const name of required) {
      if (!has(value, name)) findings.at(name, () => findings.add("missing", "Is missing."))
    }
    for (const name of Object.keys(value)) {
      if (findings.full) return
      const check = known.get(name)
      if (check) findings.at(name, () => check(value[name], findings))
      else if (others === "none" || (others === "uri" && !isUri(name))) {
        findings.at(name, () => findings.add("unknown_member", unknown(others)))
      }
    }
  }
}

const unknown = (others: "none" | "uri") =>
  others === "none" ? "Is not allowed here." : 'Is not known here; a member of your own needs a prefix, "prefix:name".'
