import type { Random } from "./random"
import { HUGE, KEYS, SAY, STRANGE } from "./strange-values"

/** One HTTP request in full, so that every part of it can be spoilt. `query`: one character per byte. */
export type Shot = {
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: string | Buffer
}
/** A spoilt request, and what was done to it. */
export type Mutant = Shot & { how: string }

const METHODS = ["POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "GET"] as const
type Of<T> = Record<string, (given: T, random: Random) => T>

/** What may go wrong with a run of bytes, whatever they mean. */
const BYTES: Of<Buffer> = {
  bit: (bytes, { below }) => changed(bytes, below(bytes.length), (byte) => byte ^ (1 << below(8))),
  byte: (bytes, { below }) => changed(bytes, below(bytes.length), () => below(256)),
  cut: (bytes, { below }) => bytes.subarray(0, below(bytes.length)),
  gap: (bytes, { below }) => spliced(bytes, below(bytes.length), 1 + below(20), Buffer.alloc(0)),
  noise: (bytes, { below }) =>
    spliced(bytes, below(bytes.length), 0, Buffer.from(Array.from({ length: 1 + below(8) }, () => below(256)))),
  strange: (bytes, { below, pick }) => spliced(bytes, below(bytes.length), 0, Buffer.from(pick(STRANGE), "latin1")),
  twice: (bytes) => Buffer.concat([bytes, bytes]),
  echo: (bytes, { below }) => {
    const from = below(bytes.length)
    return spliced(bytes, from, 0, bytes.subarray(from, from + 1 + below(40)))
  },
  huge: (bytes, { below, pick }) =>
    spliced(bytes, below(bytes.length), 0, Buffer.alloc(below(2) ? HUGE : HUGE * 3, pick(["a", "1", "&", "%41", "["]))),
}

const changed = (bytes: Buffer, at: number, to: (byte: number) => number) => {
  const copy = Buffer.from(bytes)
  copy[at] = to(copy[at] ?? 0)
  return copy
}
const spliced = (bytes: Buffer, at: number, gone: number, put: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)])

/** What may go wrong with the pairs of a query or a form: keys doubled, dropped, renamed, values swapped. */
const PAIRS: Of<string[]> = {
  double: (pairs, random) => inserted(pairs, random, random.pick(at(pairs, random))),
  doubleOther: (pairs, random) => inserted(pairs, random, `${keyOf(pairs, random)}=${random.pick(STRANGE)}`),
  doubleEncoded: (pairs, random) => inserted(pairs, random, `${percent(keyOf(pairs, random), random)}=1`),
  drop: (pairs, random) => pairs.toSpliced(random.below(pairs.length), 1),
  empty: (pairs, random) => replaced(pairs, random, (key) => `${key}=`),
  bare: (pairs, random) => replaced(pairs, random, (key) => key),
  strange: (pairs, random) => replaced(pairs, random, (key) => `${key}=${random.pick(STRANGE)}`),
  append: (pairs, random) => replaced(pairs, random, (key, value) => `${key}=${value}${random.pick(STRANGE)}`),
  upper: (pairs, random) => replaced(pairs, random, (key, value) => `${key.toUpperCase()}=${value}`),
  bracket: (pairs, random) =>
    replaced(pairs, random, (key, value) => `${key}${random.pick(["[]", "[0]", "[a]"])}=${value}`),
  swap: (pairs, random) => {
    const other = textOf(random.pick(at(pairs, random)))
    return replaced(pairs, random, (key) => `${key}=${other}`)
  },
  digit: (pairs, random) =>
    replaced(pairs, random, (key, value) => `${key}=${value.replace(/\d/, String(random.below(10)))}`),
  encode: (pairs, random) => replaced(pairs, random, (key, value) => `${key}=${percent(value, random)}`),
  case: (pairs, random) => replaced(pairs, random, (key, value) => `${key}=${value.toUpperCase()}`),
  stranger: (pairs, random) => inserted(pairs, random, `${KEYS[random.below(KEYS.length)]}=${random.pick(STRANGE)}`),
}

const at = (pairs: string[], { below }: Random): [string] => [pairs[below(pairs.length)] ?? ""]
const keyOf = (pairs: string[], random: Random) => random.pick(at(pairs, random)).split("=")[0] ?? ""
const textOf = (pair: string) => pair.slice(pair.indexOf("=") + 1)
const inserted = (pairs: string[], { below }: Random, pair: string) => pairs.toSpliced(below(pairs.length + 1), 0, pair)
const percent = (text: string, { below }: Random) => {
  const which = below(text.length)
  return [...text]
    .map((character, place) => (place === which ? `%${character.charCodeAt(0).toString(16)}` : character))
    .join("")
}
function replaced(pairs: string[], { below }: Random, to: (key: string, value: string) => string) {
  const which = below(pairs.length)
  return pairs.map((pair, place) => (place === which ? to(pair.split("=")[0] ?? "", textOf(pair)) : pair))
}

/** What may go wrong with a JSON object: fields of another kind, gone, twice, far too deep. */
const JSONS: Of<string> = {
  kind: (text, random) => fields(text, random, (fields, key) => ({ ...fields, [key]: random.pick(SAY) })),
  drop: (text, random) => fields(text, random, (fields, key) => ({ ...fields, [key]: undefined })),
  wrap: (text, random) => fields(text, random, (fields, key) => ({ ...fields, [key]: [fields[key]] })),
  stranger: (text, random) =>
    text.replace("{", `{"${KEYS[random.below(KEYS.length)]}":${JSON.stringify(random.pick(SAY))},`),
  double: (text, random) => fields(text, random, (fields) => fields).replace("{", `{${text.slice(1, -1)},`),
  other: (_, { pick }) => pick(["", "[]", "null", "1", '"x"', "{", "{}", "a=1&b=2", "<a/>", '{"a":'.repeat(2000)]),
  space: (text, { pick }) => pick([` ${text}`, `${text}\n`, `\ufeff${text}`, text.replace(":", " : ")]),
}

function fields(text: string, { below }: Random, to: (all: Record<string, unknown>, key: string) => object) {
  const all: Record<string, unknown> = JSON.parse(text)
  const keys = Object.keys(all)
  return JSON.stringify(to(all, keys[below(keys.length)] ?? ""))
}

/** What may go wrong with headers, the signature among them. Only what an HTTP client can send at all. */
const HEADERS: Of<Shot["headers"]> = {
  drop: (headers, random) => Object.fromEntries(Object.entries(headers).toSpliced(random.below(size(headers)), 1)),
  spoil: (headers, random) =>
    onHeader(headers, random, (value) => latin(any(BYTES, Buffer.from(value || "x", "latin1"), random).made)),
  strange: (headers, random) => onHeader(headers, random, () => latin(Buffer.from(random.pick(STRANGE), "latin1"))),
  kind: (headers, { pick }) => ({
    ...headers,
    "content-type": pick(["text/plain", "application/xml", "x", "application/json; charset=utf-16"]),
  }),
  packed: (headers, { pick }) => ({ ...headers, "content-encoding": pick(["gzip", "deflate", "br", "x"]) }),
}
const size = (headers: object) => Object.keys(headers).length
const latin = (bytes: Buffer) =>
  bytes
    .toString("latin1")
    .replace(/[^\x20-\x7e\xa0-\xff]/g, "")
    .slice(0, 4000)
function onHeader(headers: Shot["headers"], { below }: Random, to: (value: string) => string) {
  const entries = Object.entries(headers)
  const [key, value = ""] = entries[below(entries.length)] ?? []
  return key ? { ...headers, [key]: to(value) } : headers
}

function any<T>(of: Of<T>, given: T, random: Random): { name: string; made: T } {
  const names = Object.keys(of)
  const name = names[random.below(names.length)] ?? ""
  return { name, made: of[name]?.(given, random) ?? given }
}

/** Spoils a request in one to three ways; some of what comes out means the same as before. */
export function mutate(original: Shot, random: Random): Mutant {
  let mutant: Mutant = { ...original, how: "" }
  for (let times = 1 + random.below(3); times > 0; times--) mutant = once(mutant, random)
  return mutant
}

function once(shot: Mutant, random: Random): Mutant {
  const told = (part: string, name: string) => `${shot.how} ${part}.${name}`.trim()
  const parts = ["query", "query", "body", "body", "headers", "method"] as const
  const part = random.pick(parts)
  if (part === "method" && random.below(4) === 0)
    return { ...shot, method: random.pick(METHODS), how: told(part, "other") }
  if (part === "headers" && size(shot.headers) > 0) {
    const { name, made } = any(HEADERS, shot.headers, random)
    return { ...shot, headers: made, how: told(part, name) }
  }
  if (part === "body" && shot.body.length > 0) {
    const object =
      typeof shot.body === "string" && /^\{.*\}$/s.test(shot.body) && isJson(shot.body) ? shot.body : undefined
    if (object !== undefined && random.below(3) > 0) {
      const { name, made } = any(JSONS, object, random)
      return { ...shot, body: made, how: told("json", name) }
    }
    const { name, made } = any(BYTES, Buffer.from(shot.body), random)
    return { ...shot, body: made, how: told("bytes", name) }
  }
  if (shot.query.length === 0) return { ...shot, query: `${random.pick(STRANGE)}`, how: told("query", "strange") }
  if (random.below(2) === 0) {
    const { name, made } = any(BYTES, Buffer.from(shot.query, "latin1"), random)
    return { ...shot, query: made.toString("latin1"), how: told("query", name) }
  }
  const { name, made } = any(PAIRS, shot.query.split("&"), random)
  return { ...shot, query: made.join("&"), how: told("pair", name) }
}

function isJson(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === "object" && read !== null && Object.keys(read).length > 0
  } catch {
    return false
  }
}
