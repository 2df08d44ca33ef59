/** The edition of the Vietnam Standard Industrial Classification our codes belong to (Decision 36/2025/QĐ-TTg). */
export const VSIC_VERSION = "2025"

/**
 * The VSIC class of a listing nobody classified by hand: what its village is known for, as far as that fits the shelf,
 * else the shelf's usual class. A village code fits when it equals a code of the shelf or lies below it.
 */
export function chooseVsic(categoryCodes: readonly string[], villageCodes: readonly string[]): string | undefined {
  const fitting = villageCodes.filter((code) => categoryCodes.some((shelf) => code.startsWith(shelf)))
  return fitting[0] ?? categoryCodes[0]
}
