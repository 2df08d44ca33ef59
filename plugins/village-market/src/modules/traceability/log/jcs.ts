export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * The canonical form of a JSON value, RFC 8785 (JCS): members sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them, no spaces. Throws where the RFC knows no form: NaN, infinities, lone surrogates, undefined.
 */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value === "object" && value !== null) {
    // The default order of sort() is by UTF-16 code units, as §3.2.3 asks.
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${canonical(key)}:${canonical(member)}`).join(",")}}`
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`)
  if (typeof value === "string" && LONE_SURROGATE.test(value)) throw new TypeError("A lone surrogate has no UTF-8 form")
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`${typeof value} has no JSON form`)
  return text
}

const LONE_SURROGATE = /\p{Surrogate}/u
