/** Stripe takes at most 12 digits of VND. */
const MAX_DONG = 999_999_999_999

/** Whether Stripe can be asked for it: whole đồng (VND has no smaller unit there), more than nothing. */
export const isStripeAmount = (dong: number) => Number.isSafeInteger(dong) && dong > 0 && dong <= MAX_DONG
