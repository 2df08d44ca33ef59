import { hasCheckDigit, hasCheckPair } from "./check-digit"

/** Signs of the sets of GS1 General Specifications §7.11; none of them needs more than ASCII. */
const SETS: Record<string, RegExp> = {
  N: /^[0-9]+$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/,
  Y: /^[#\-/0-9A-Z]+$/,
  Z: /^[A-Za-z0-9_=-]+$/,
}

const CONTENT: Record<string, (text: string) => boolean> = {
  check: hasCheckDigit,
  pair: hasCheckPair,
  /** GS1 company prefixes have at least four digits. */
  prefix: (text) => /^\d{4}/.test(text),
  date: (text) => isDate(text, 1),
  /** Day 00: the month is all that is known. */
  date0: (text) => isDate(text, 0),
  time: (text) => /^([01]\d|2[0-3])[0-5]\d$/.test(text),
  hour: (text) => /^([01]\d|2[0-3])$/.test(text),
  sixtieth: (text) => /^[0-5]\d$/.test(text),
  flag: (text) => /^[01]$/.test(text),
  zero: (text) => text === "0",
  nonzero: (text) => Number(text) > 0,
}

function isDate(text: string, firstDay: number): boolean {
  const day = Number(text.slice(-2))
  const month = Number(text.slice(-4, -2))
  const written = Number(text.slice(0, -4))
  // A century of two digits is a sliding window of a hundred years; leap years repeat within it except at 00, read as 2000.
  const year = text.length === 8 ? written : 2000 + written
  return month >= 1 && month <= 12 && day >= firstDay && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

type Part = { set: string; most: number; exact: boolean; optional: boolean; content: string[] }

const parts = new Map<string, Part[]>()

function partsOf(format: string): Part[] {
  const known = parts.get(format)
  if (known) return known
  const read = format.split(" ").map((written): Part => {
    const optional = written.endsWith("?")
    const [shape = "", ...content] = (optional ? written.slice(0, -1) : written).split(":")
    const exact = !shape.includes("..")
    return { set: shape.slice(0, 1), most: Number(shape.replace(/^\D+/, "")), exact, optional, content }
  })
  parts.set(format, read)
  return read
}

/** Whether a value has the form its application identifier asks for: sets of signs, lengths, check digits, dates. */
export function fitsFormat(value: string, format: string): boolean {
  let rest = value
  for (const { set, most, exact, optional, content } of partsOf(format)) {
    if (rest === "" && optional) continue
    const text = rest.slice(0, most)
    if (text === "" || (exact && text.length !== most)) return false
    if (!SETS[set]?.test(text) || !content.every((name) => CONTENT[name]?.(text))) return false
    rest = rest.slice(text.length)
  }
  return rest === ""
}
