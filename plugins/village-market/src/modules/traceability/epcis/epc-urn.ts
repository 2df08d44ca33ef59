import { checkDigit } from "../digital-link/check-digit"

const withCheck = (digits: string) => digits + checkDigit(digits)

type Parts = { prefix: string; reference: string; rest: string }
type Scheme = {
  /** Digits of company prefix and reference together, where both are digits only. */
  digits?: number
  link: (parts: Parts) => string | undefined
}

// The characters that an EPC URN may carry in a serial or lot: GS1's set 82, some of it percent-encoded.
const COMPONENT = /^(?:%[2-7][0-9A-Fa-f]|[!'()*+,\-.0-9:;=A-Z_a-z])+$/
const PREFIX = /^\d{6,12}$/

/** What a Digital Link must percent-encode and an EPC URN need not (GS1 Digital Link URI Syntax, §7). */
const encoded = (component: string) =>
  component.replace(/[!()*+,:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const serial = (rest: string, longest: number): string | undefined =>
  COMPONENT.test(rest) && rest.replace(/%../g, "_").length <= longest ? encoded(rest) : undefined

/** The thirteen digits of a GTIN before its check digit: indicator, company prefix, item reference. */
const gtin = ({ prefix, reference }: Parts) => withCheck(reference.slice(0, 1) + prefix + reference.slice(1))

const join = (head: string, tail: string | undefined) => (tail === undefined ? undefined : head + tail)
const bare = (rest: string, uri: string) => (rest === "" ? uri : undefined)

/** `urn:epc:id:{scheme}:…`: EPC Tag Data Standard §6 and its Digital Link. */
const IDENTIFIERS: Record<string, Scheme> = {
  sgtin: { digits: 13, link: (p) => join(`01/${gtin(p)}/21/`, serial(p.rest, 20)) },
  sscc: { digits: 17, link: (p) => bare(p.rest, `00/${gtin(p)}`) },
  sgln: {
    digits: 12,
    link: (p) => {
      const gln = `414/${withCheck(p.prefix + p.reference)}`
      return p.rest === "0" ? gln : join(`${gln}/254/`, serial(p.rest, 20))
    },
  },
  pgln: { digits: 12, link: (p) => bare(p.rest, `417/${withCheck(p.prefix + p.reference)}`) },
  grai: { digits: 12, link: (p) => join(`8003/0${withCheck(p.prefix + p.reference)}`, serial(p.rest, 16)) },
  gsrn: { digits: 17, link: (p) => bare(p.rest, `8018/${withCheck(p.prefix + p.reference)}`) },
  gsrnp: { digits: 17, link: (p) => bare(p.rest, `8017/${withCheck(p.prefix + p.reference)}`) },
  gdti: { digits: 12, link: (p) => join(`253/${withCheck(p.prefix + p.reference)}`, serial(p.rest, 17)) },
  sgcn: {
    digits: 12,
    link: (p) => (/^\d{1,12}$/.test(p.rest) ? `255/${withCheck(p.prefix + p.reference)}${p.rest}` : undefined),
  },
  gsin: { digits: 16, link: (p) => bare(p.rest, `402/${withCheck(p.prefix + p.reference)}`) },
  itip: {
    digits: 13,
    link: (p) => {
      const [, piece, total, rest] = /^(\d\d)\.(\d\d)\.(.+)$/.exec(p.rest) ?? []
      return rest === undefined ? undefined : join(`8006/${gtin(p)}${piece}${total}/21/`, serial(rest, 20))
    },
  },
  upui: { digits: 13, link: (p) => join(`01/${gtin(p)}/235/`, serial(p.rest, 28)) },
  giai: { link: (p) => join(`8004/${p.prefix}`, serial(p.rest, 30 - p.prefix.length)) },
  ginc: { link: (p) => join(`401/${p.prefix}`, serial(p.rest, 30 - p.prefix.length)) },
  cpi: {
    link: (p) => {
      const [, part, number] = /^([^.]+)\.(\d{1,12})$/.exec(p.rest) ?? []
      return part === undefined ? undefined : join(join(`8010/${p.prefix}`, serial(part, 30)) ?? "", `/8011/${number}`)
    },
  },
}

const any = (rest: string, uri: string) => (rest === "*" ? uri : undefined)

/** `urn:epc:idpat:{scheme}:…`: a class, told as the pattern of all its serials. */
const PATTERNS: Record<string, Scheme> = {
  sgtin: { digits: 13, link: (p) => any(p.rest, `01/${gtin(p)}`) },
  grai: { digits: 12, link: (p) => any(p.rest, `8003/0${withCheck(p.prefix + p.reference)}`) },
  gdti: { digits: 12, link: (p) => any(p.rest, `253/${withCheck(p.prefix + p.reference)}`) },
  sgcn: { digits: 12, link: (p) => any(p.rest, `255/${withCheck(p.prefix + p.reference)}`) },
  upui: { digits: 13, link: (p) => any(p.rest, `01/${gtin(p)}`) },
  itip: {
    digits: 13,
    link: (p) => {
      const [, piece, total] = /^(\d\d)\.(\d\d)\.\*$/.exec(p.rest) ?? []
      return piece === undefined ? undefined : `8006/${gtin(p)}${piece}${total}`
    },
  },
  cpi: {
    link: (p) => {
      const [, part] = /^([^.]+)\.\*$/.exec(p.rest) ?? []
      return part === undefined ? undefined : join(`8010/${p.prefix}`, serial(part, 30))
    },
  },
}

const CLASSES: Record<string, Scheme> = {
  lgtin: { digits: 13, link: (p) => join(`01/${gtin(p)}/10/`, serial(p.rest, 20)) },
}

const KINDS = new Map<string, Map<string, Scheme>>([
  ["id", new Map(Object.entries(IDENTIFIERS))],
  ["class", new Map(Object.entries(CLASSES))],
  ["idpat", new Map(Object.entries(PATTERNS))],
])

/**
 * The canonical GS1 Digital Link of an EPC URN (`urn:epc:id:…`, `urn:epc:class:…`, `urn:epc:idpat:…`), check digit
 * added; undefined for whatever is no such URN or not well-formed. EPC Tag Data Standard 2.0.
 */
export function digitalLinkOfUrn(urn: string): string | undefined {
  if (!urn.startsWith("urn:epc:") || urn.length > 120) return undefined
  const [, kind = "", name = "", body = ""] = /^urn:epc:(id|class|idpat):([a-z]+):(.+)$/.exec(urn) ?? []
  const scheme = KINDS.get(kind)?.get(name)
  if (!scheme) return undefined
  const dot = body.indexOf(".")
  const prefix = body.slice(0, dot)
  if (dot < 0 || !PREFIX.test(prefix)) return undefined
  const after = body.slice(dot + 1)
  if (scheme.digits === undefined) return origin(scheme.link({ prefix, reference: "", rest: after }))
  const length = scheme.digits - prefix.length
  const reference = after.slice(0, length)
  if (!/^\d*$/.test(reference) || reference.length !== length) return undefined
  const tail = after.slice(length)
  // After the reference comes the end, or a dot and the rest.
  if (tail !== "" && !tail.startsWith(".")) return undefined
  return origin(scheme.link({ prefix, reference, rest: tail.slice(1) }))
}

const origin = (path: string | undefined) => (path === undefined ? undefined : `https://id.gs1.org/${path}`)
