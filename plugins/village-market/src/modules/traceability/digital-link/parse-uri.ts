import { applicationIdentifier, CONVENIENCE_ALPHAS, PRIMARY_KEYS } from "./application-identifiers"
import { fitsFormat } from "./element-value"

export type Element = { ai: string; value: string }

/** A Digital Link URI taken apart; elements in the order of the URI, values decoded. */
export type DigitalLink = {
  /** Scheme, host and custom path before the primary key, without a slash at its end. */
  stem: string
  key: Element
  qualifiers: Element[]
  attributes: Element[]
}

export type Parsed = { ok: true; link: DigitalLink } | { ok: false; reason: string }

export type ParseOptions = {
  /** `/gtin/…` for `/01/…`, withdrawn by GS1. */
  convenienceAlphas?: boolean
  /** GTIN-8, -12 and -13 for 14 digits. */
  zeroSuppressedGtin?: boolean
  /** Numeric query keys that are no application identifiers of ours: taken as they stand. */
  unknownAttributes?: boolean
}

const SIGNS = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/
const START = /^(https?|HTTPS?):\/\/(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(?=\/)/

class Refusal {
  constructor(readonly reason: string) {}
}

/**
 * Reads a GS1 Digital Link URI (GS1 Digital Link Standard: URI syntax): the rightmost primary key, its qualifiers in
 * their order, data attributes in the query; check digits, lengths and sets of signs included. A reason when it is none.
 */
export function parseDigitalLink(uri: string, options: ParseOptions = {}): Parsed {
  const start = START.exec(uri)?.[0]
  if (!start) return { ok: false, reason: "not an http or https address with a host and a path" }
  if (!SIGNS.test(uri)) return { ok: false, reason: "signs that an address may not hold (RFC 3986)" }
  const [beforeFragment = ""] = uri.split("#")
  const at = beforeFragment.indexOf("?")
  const path = at < 0 ? beforeFragment : beforeFragment.slice(0, at)
  const query = at < 0 ? "" : beforeFragment.slice(at + 1)
  const named = namedPart(start, path.slice(start.length), options)
  if (named instanceof Refusal) return { ok: false, reason: named.reason }
  const attributes = attributesOf(query, named, options)
  if (attributes instanceof Refusal) return { ok: false, reason: attributes.reason }
  return { ok: true, link: { ...named, attributes } }
}

/** Goes from the right, pair by pair, to the first primary key. */
function namedPart(start: string, path: string, options: ParseOptions) {
  const segments = path.split("/").slice(1)
  const qualifiers: Element[] = []
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    const ai = aiOf(segments[at] ?? "", options)
    const element = elementOf(ai, decoded(segments[at + 1] ?? ""), options)
    if (element instanceof Refusal) return element
    const sequences = PRIMARY_KEYS[ai]
    if (!sequences) {
      qualifiers.unshift(element)
      continue
    }
    const order = qualifiers.map((qualifier) => qualifier.ai)
    if (order.length > 0 && !sequences.some((sequence) => isWithin(order, sequence)))
      return new Refusal(`(${order.join(")(")}) may not follow (${ai}), or not in this order`)
    return {
      stem:
        start +
        segments
          .slice(0, at)
          .map((segment) => `/${segment}`)
          .join(""),
      key: element,
      qualifiers,
    }
  }
  return new Refusal("no primary key in the path")
}

/** Whether the steps appear in the sequence, in its order, each at most once. */
function isWithin(steps: string[], sequence: string[]): boolean {
  let from = 0
  return steps.every((step) => {
    const at = sequence.indexOf(step, from)
    from = at + 1
    return at >= 0
  })
}

function attributesOf(
  query: string,
  { key, qualifiers }: { key: Element; qualifiers: Element[] },
  options: ParseOptions,
) {
  const inPath = [key, ...qualifiers].map(({ ai }) => ai)
  const order = inPath.slice(1)
  const attributes: Element[] = []
  for (const pair of query.split("&")) {
    const at = pair.indexOf("=")
    // What is not "number=value" belongs to the address, not to GS1.
    if (at < 0 || !/^\d+$/.test(pair.slice(0, at))) continue
    const ai = pair.slice(0, at)
    const element = attributeOf(ai, decoded(pair.slice(at + 1).replaceAll("+", " ")), options)
    if (element instanceof Refusal) return element
    if (inPath.includes(ai) || attributes.some((known) => known.ai === ai)) return new Refusal(`(${ai}) twice`)
    const belongsInPath = (PRIMARY_KEYS[key.ai] ?? []).some(
      (sequence) => sequence.includes(ai) && order.every((qualifier) => sequence.includes(qualifier)),
    )
    if (belongsInPath) return new Refusal(`(${ai}) belongs in the path`)
    attributes.push(element)
  }
  return attributes
}

function attributeOf(ai: string, value: string | undefined, options: ParseOptions): Element | Refusal {
  const known = applicationIdentifier(ai)
  if (!known && options.unknownAttributes) return value ? { ai, value } : new Refusal(`(${ai}) without a value`)
  if (!known?.attribute) return new Refusal(`(${ai}) may not stand in the query`)
  return elementOf(ai, value, options)
}

const aiOf = (segment: string, { convenienceAlphas }: ParseOptions) =>
  (convenienceAlphas ? CONVENIENCE_ALPHAS[segment] : undefined) ?? segment

function elementOf(ai: string, value: string | undefined, options: ParseOptions): Element | Refusal {
  const format = applicationIdentifier(ai)?.format
  if (!format) return new Refusal(`(${ai.slice(0, 20)}) is no application identifier`)
  const whole = ai === "01" && options.zeroSuppressedGtin && value ? fullGtin(value) : value
  return whole && fitsFormat(whole, format) ? { ai, value: whole } : new Refusal(`(${ai}) has no valid value`)
}

const fullGtin = (value: string) => (/^(\d{8}|\d{12,13})$/.test(value) ? value.padStart(14, "0") : value)

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
