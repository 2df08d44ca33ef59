const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]
/** Codes of the provinces and centrally run cities on citizen identity cards run from 001 to 096. */
const HIGHEST_PLACE = 96

export type TaxCode = { ok: true; code: string } | { ok: false; why: "tax_shape" | "tax_checksum" }

/**
 * Reads a Vietnamese tax code as typed, with or without spaces, dots and dashes:
 * 10 digits for an enterprise or cooperative (the tenth is a check digit: 10 − Σ weight·digit mod 11),
 * 13 for a branch of one, or the 12 digits of a citizen's personal identification number, which is the tax code of
 * households and individuals since 1 July 2025 (Circular 86/2024/TT-BTC).
 */
export function readTaxCode(typed: string): TaxCode {
  const code = typed.replace(/[\s.\-–]/g, "")
  if (/^\d{12}$/.test(code)) {
    const place = Number(code.slice(0, 3))
    return place >= 1 && place <= HIGHEST_PLACE ? { ok: true, code } : { ok: false, why: "tax_shape" }
  }
  if (!/^\d{10}(\d{3})?$/.test(code)) return { ok: false, why: "tax_shape" }
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code[index]), 0)
  return 10 - (sum % 11) === Number(code[9]) ? { ok: true, code } : { ok: false, why: "tax_checksum" }
}

/** What names the owner: a branch (13 digits) has the owner of its head office (first 10). */
export const ownerOfTaxCode = (code: string) => (code.length === 13 ? code.slice(0, 10) : code)

/** All but the last three digits hidden. */
export const maskTaxCode = (code: string) => "•".repeat(Math.max(0, code.length - 3)) + code.slice(-3)
