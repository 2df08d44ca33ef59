/** What fits into VNPay's 12 digits of đồng × 100. */
export const MAX_DONG = 9_999_999_999

/** Whole đồng as VNPay writes it, × 100 without separators; undefined for what cannot be paid (fractions, zero, too much). */
export const vnpayAmount = (dong: number): string | undefined =>
  Number.isSafeInteger(dong) && dong > 0 && dong <= MAX_DONG ? `${dong}00` : undefined

/** Whole đồng from VNPay's way of writing them; undefined for anything `vnpayAmount` would not have written. */
export function dongOf(written: string): number | undefined {
  const dong = Number(written.slice(0, -2))
  return vnpayAmount(dong) === written ? dong : undefined
}
