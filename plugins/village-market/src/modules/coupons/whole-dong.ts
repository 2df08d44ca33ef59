/** `percent` of a whole amount, half a đồng rounded up: 10 % of 540,125 is 54,013. */
export const percentOf = (amount: number, percent: number): number =>
  Number((BigInt(whole(amount)) * BigInt(whole(percent)) + 50n) / 100n)

/**
 * Parts a whole total over whole weights by the largest remainder, the earlier line first among equals. The shares are
 * whole, add up to the total, lie less than one đồng from the exact share, and none exceeds its weight unless the
 * total exceeds their sum. Without any weight nothing can be parted: all shares are nought.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(whole(weight)), 0n)
  if (sum === 0n) return weights.map(() => 0)
  const exact = weights.map((weight) => BigInt(whole(total)) * BigInt(weight))
  const shares = exact.map((part) => part / sum)
  const left = Number(BigInt(total) - shares.reduce((all, share) => all + share, 0n))
  const byRemainder = exact
    .map((part, place) => ({ place, remainder: part % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder < b.remainder ? 1 : -1))
  const raised = new Set(byRemainder.slice(0, left).map(({ place }) => place))
  return shares.map((share, place) => Number(share) + (raised.has(place) ? 1 : 0))
}

function whole(amount: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a whole amount: ${amount}`)
  return amount
}
