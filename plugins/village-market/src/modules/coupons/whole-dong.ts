import { spread as spreadDong } from "../trade/spread"

/** `percent` of a whole amount, half a đồng rounded up: 10 % of 540,125 is 54,013. */
export const percentOf = (amount: number, percent: number): number =>
  Number((BigInt(whole(amount)) * BigInt(whole(percent)) + 50n) / 100n)

/** Parts a whole total over whole weights by the largest remainder. Without any weight nothing can be parted: all shares are nought. */
export const spread = (total: number, weights: readonly number[]): number[] =>
  weights.every((weight) => weight === 0) ? weights.map(() => 0) : spreadDong(total, weights)

function whole(amount: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a whole amount: ${amount}`)
  return amount
}
