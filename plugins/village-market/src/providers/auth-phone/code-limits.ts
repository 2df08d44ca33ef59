/** One rule: at most `count` codes in the last `seconds`. */
export type Limit = { count: number; seconds: number }

/** Strict for one phone: each code costs its owner a message and an attacker a round of five guesses. */
export const PHONE_LIMITS: readonly Limit[] = [
  { count: 1, seconds: 60 },
  { count: 5, seconds: 3600 },
  { count: 10, seconds: 24 * 3600 },
]

/** Loose for one address: a training day puts a hundred phones behind one. */
export const ADDRESS_LIMITS: readonly Limit[] = [{ count: 300, seconds: 600 }]

/**
 * How many whole seconds until another code may be sent; 0 means now. `ages` are the ages, in seconds, of the codes
 * sent so far, newest first.
 */
export function secondsToWait(ages: readonly number[], limits: readonly Limit[]): number {
  const waits = limits.map(({ count, seconds }) => {
    const blocking = ages[count - 1]
    return blocking === undefined ? 0 : Math.ceil(seconds - blocking)
  })
  return Math.max(0, ...waits)
}
