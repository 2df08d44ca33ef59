import { checkDigit } from "../../../plugins/village-market/src/modules/traceability/digital-link/check-digit"

/** A company prefix of GS1's range for examples that no other spec uses. */
export const newPrefix = () => `952${`${Math.floor(Math.random() * 1e6)}`.padStart(6, "0")}`

/** A GTIN of 14 digits under it. */
export function newGtin(prefix = newPrefix()): string {
  const item = `${Math.floor(Math.random() * 10 ** (12 - prefix.length))}`.padStart(12 - prefix.length, "0")
  const digits = `0${prefix}${item}`
  return `${digits}${checkDigit(digits)}`
}
