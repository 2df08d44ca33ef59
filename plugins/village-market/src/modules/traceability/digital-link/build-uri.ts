import { applicationIdentifier, PRIMARY_KEYS } from "./application-identifiers"
import { fitsFormat } from "./element-value"
import type { Element } from "./parse-uri"

const CANONICAL_DOMAIN = "https://id.gs1.org"

/** Only RFC 3986's unreserved signs stand as they are. */
export const percentEncoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * A Digital Link URI of elements in any order: the first primary key, its qualifiers, then attributes, those of fixed
 * length first. The same element twice counts once. Undefined when they are no Digital Link.
 */
export function buildDigitalLink(
  elements: Element[],
  { stem = CANONICAL_DOMAIN, unknownAttributes = false }: { stem?: string; unknownAttributes?: boolean } = {},
): string | undefined {
  const once = new Map<string, Element>()
  for (const element of elements) {
    const { ai, value } = element
    if ((once.get(ai)?.value ?? value) !== value) return undefined
    const known = applicationIdentifier(ai)
    if (known ? !fitsFormat(value, known.format) : !unknownAttributes || !value) return undefined
    once.set(ai, element)
  }
  const all = [...once.values()]
  const key = all.find(({ ai }) => PRIMARY_KEYS[ai])
  if (!key) return undefined
  const sequence = PRIMARY_KEYS[key.ai]?.find((sequence) => sequence.some((ai) => once.has(ai))) ?? []
  const path = [key, ...sequence.flatMap((ai) => once.get(ai) ?? [])]
  const attributes = all.filter((element) => !path.includes(element))
  const allowed = ({ ai }: Element) =>
    applicationIdentifier(ai)?.attribute ?? (unknownAttributes && /^\d{2,4}$/.test(ai))
  if (!attributes.every(allowed)) return undefined
  const isFixed = ({ ai }: Element) => applicationIdentifier(ai)?.fixed === true
  const query = [...attributes.filter(isFixed), ...attributes.filter((element) => !isFixed(element))]
    .map(({ ai, value }) => `${ai}=${percentEncoded(value)}`)
    .join("&")
  const named = path.map(({ ai, value }) => `/${ai}/${percentEncoded(value)}`).join("")
  return `${stem.replace(/\/+$/, "")}${named}${query && `?${query}`}`
}
