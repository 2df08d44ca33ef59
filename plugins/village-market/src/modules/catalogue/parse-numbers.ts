/** What somebody typed into a number field; why it is refused is a value. */
export type Parsed = { ok: true; value: number } | { ok: false; why: "empty" | "not_a_number" | "fraction" | "unclear" }

const refused = (why: "empty" | "not_a_number" | "fraction" | "unclear"): Parsed => ({ ok: false, why })

const GROUPED = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/

/** "1.250.000", "1,250,000", "1 250 000" or "1250000" → 1250000. A dot before exactly three digits parts thousands. */
export function parseWhole(text: string): Parsed {
  const typed = text.trim().replace(/\u00a0/g, " ")
  if (typed === "") return refused("empty")
  if (/^\d+$/.test(typed)) return whole(typed)
  if (GROUPED.test(typed)) return whole(typed.replace(/\D/g, ""))
  return /^[\d\s.,]*\d+[.,]\d+$/.test(typed) ? refused("fraction") : refused("not_a_number")
}

/** A price in đồng: as `parseWhole`, with "đ" or "VND" after it, or in thousands as people write them, "250k", "250 nghìn". */
export function parsePrice(text: string): Parsed {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/\s*(đồng|đ|₫|vnđ|vnd)$/u, "")
  const thousands = /^(.*\d)\s*(k|nghìn|ngàn)$/u.exec(bare)?.[1]
  if (thousands === undefined) return parseWhole(bare)
  const parsed = parseWhole(thousands)
  return parsed.ok ? { ok: true, value: parsed.value * 1000 } : parsed
}

/**
 * A weight in grams from a number and its unit. In kilograms both "1,5" and "1.5" are a kilogram and a half; "1.500"
 * could be one and a half or one and a half thousand, so it is refused as unclear rather than guessed.
 */
export function parseWeight(text: string, unit: "g" | "kg"): Parsed {
  if (unit === "g") return parseWhole(text.replace(/\s*(g|gam)$/i, ""))
  const typed = text.trim().replace(/\s*(kg|ký|cân)$/iu, "")
  if (/^\d+$/.test(typed)) return whole(typed, 1000)
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(typed)) return refused("unclear")
  const decimal = /^(\d+)[.,](\d{1,3})$/.exec(typed)
  if (!decimal) return typed === "" ? refused("empty") : refused("not_a_number")
  return { ok: true, value: Number(decimal[1]) * 1000 + Number(`${decimal[2]}`.padEnd(3, "0")) }
}

function whole(digits: string, times = 1): Parsed {
  const value = Number(digits) * times
  return Number.isSafeInteger(value) ? { ok: true, value } : refused("not_a_number")
}
