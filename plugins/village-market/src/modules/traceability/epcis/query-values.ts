import { canonicalUri, comparableUri } from "./canonical-uri"
import type { UriMatch } from "./event-query"
import { utcMilliseconds } from "./hash-value"
import { isDateTime, isUri } from "./text-formats"
import { comparableWord, type WordKind } from "./vocabulary"

/** A parameter that cannot be answered; the sentence becomes the detail of a QueryParameterException. */
export class ParameterError extends Error {}
export function refuse(message: string): never {
  throw new ParameterError(message)
}

const shown = (value: string) => `"${value.slice(0, 60)}"`

/** The values of a list, which are separated by "|" (EPCIS REST binding, `pipeDelimited`). */
export function list(value: string, name: string): string[] {
  const values = value.split("|")
  if (values.includes("")) refuse(`${name} has an empty value; values are separated by "|".`)
  return [...new Set(values)]
}

export function oneOf<Word extends string>(value: string, allowed: readonly Word[], name: string): Word {
  return allowed.find((one) => one === value) ?? refuse(`${name} is one of ${allowed.join(", ")}.`)
}

export const word = (kind: WordKind, value: string, name: string): string =>
  comparableWord(kind, value) ?? refuse(`${name}: ${shown(value)} is neither a standard word nor a URI.`)
export const words = (kind: WordKind, value: string, name: string): string[] =>
  list(value, name).map((one) => word(kind, one, name))

export const uri = (value: string, name: string): string =>
  isUri(value) ? comparableUri(value) : refuse(`${name}: ${shown(value)} is not a URI.`)
export const uris = (value: string, name: string): string[] => list(value, name).map((one) => uri(one, name))

export const instant = (value: string, name: string): string =>
  isDateTime(value) ? utcMilliseconds(value) : refuse(`${name} is a date and time with a zone, as RFC 3339 writes it.`)

const MOST_COUNT = 1_000_000
export const count = (value: string, name: string, least = 1): number =>
  /^\d{1,7}$/.test(value) && Number(value) >= least && Number(value) <= MOST_COUNT
    ? Number(value)
    : refuse(`${name} is a whole number from ${least} to ${MOST_COUNT}.`)

/** EPCIS 2.0 §8.2.7.1.1: a URI matches itself, a pattern whatever differs from it only in its serial. */
export function epcMatch(value: string, name: string): UriMatch {
  if (!value.startsWith("urn:epc:idpat:")) return { is: uri(value, name) }
  const pattern =
    canonicalUri(value) ?? refuse(`${name}: of patterns only those are answered whose serial alone is "*".`)
  // In these keys the serial follows without a sign between.
  if (/\/(?:8003|253|255)\//.test(pattern)) return { startsWith: pattern }
  const qualifier = pattern.includes("/8010/") ? "8011" : value.startsWith("urn:epc:idpat:upui:") ? "235" : "21"
  return { startsWith: `${pattern}/${qualifier}/` }
}

/** For a class the pattern of all its serials is the class itself. */
export function classMatch(value: string, name: string): UriMatch {
  if (value.startsWith("urn:epc:idpat:") && canonicalUri(value) === undefined) {
    refuse(`${name}: of patterns only those are answered whose serial alone is "*".`)
  }
  return { is: uri(value, name) }
}
