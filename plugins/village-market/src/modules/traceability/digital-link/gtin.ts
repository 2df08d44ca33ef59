import { hasCheckDigit } from "./check-digit"

export type GtinProblem = "gtinLength" | "gtinCheck" | "gtinShort" | "gtinRestricted"

/**
 * GS1 prefixes of three digits whose numbers are not the world over one company's (General Specifications §1.2.2.2):
 * restricted circulation, coupons, refunds, periodicals and books. 952 is GS1's own for examples.
 */
const RESTRICTED = /^(02|04|05|2\d|977|978|979|98\d|99\d|000)/
const EXAMPLES = /^952/

const digitsOf = (typed: string) => typed.replace(/[\s.\-–]/g, "")

/** A GTIN as a person writes it, as the 14 digits of a Digital Link; or why it is none that a producer could be given. */
export function readGtin(
  typed: string,
  { demo }: { demo: boolean },
): { ok: true; gtin: string } | { ok: false; why: GtinProblem } {
  const digits = digitsOf(typed)
  // GS1 gives numbers of eight digits one by one, so no company prefix shows whose they are.
  if (/^\d{8}$/.test(digits)) return { ok: false, why: "gtinShort" }
  if (!/^\d{12,14}$/.test(digits)) return { ok: false, why: "gtinLength" }
  if (!hasCheckDigit(digits)) return { ok: false, why: "gtinCheck" }
  const gtin = digits.padStart(14, "0")
  return isGlobal(gtin.slice(1), demo) ? { ok: true, gtin } : { ok: false, why: "gtinRestricted" }
}

/** A GS1 company prefix as a person writes it: 4 to 12 digits. */
export function readCompanyPrefix(
  typed: string,
  { demo }: { demo: boolean },
): { ok: true; prefix: string } | { ok: false; why: "prefixLength" | "gtinRestricted" } {
  const prefix = digitsOf(typed)
  if (!/^\d{4,12}$/.test(prefix)) return { ok: false, why: "prefixLength" }
  return isGlobal(prefix, demo) ? { ok: true, prefix } : { ok: false, why: "gtinRestricted" }
}

const isGlobal = (number: string, demo: boolean) => !RESTRICTED.test(number) && (demo || !EXAMPLES.test(number))

/** Whether a GTIN of 14 digits lies under a company prefix; its first digit is a packing level. */
export const isUnder = (gtin: string, prefix: string) => gtin.slice(1).startsWith(prefix)

/** 13 digits as under a bar code, where the packing level is none. */
export const shortGtin = (gtin: string) => (gtin.startsWith("0") ? gtin.slice(1) : gtin)
