/**
 * Spreads a whole amount of đồng over weights by largest remainder: whole shares that add up to the amount exactly,
 * each within one đồng of its proportion. All weights nought: equal shares. Ties go to the earlier place.
 */
export function spread(amount: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a whole amount of đồng: ${amount}`)
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError(`not whole weights: ${weights.join(", ")}`)
  }
  if (weights.length === 0) {
    if (amount > 0) throw new RangeError("nothing to spread over")
    return []
  }
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  const used = sum === 0n ? weights.map(() => 1n) : weights.map(BigInt)
  const total = sum === 0n ? BigInt(weights.length) : sum
  const shares = used.map((weight) => (BigInt(amount) * weight) / total)
  const rests = used.map((weight, place) => ({ place, rest: (BigInt(amount) * weight) % total }))
  const missing = Number(BigInt(amount) - shares.reduce((a, b) => a + b, 0n))
  rests.sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))
  for (const { place } of rests.slice(0, missing)) shares[place] = (shares[place] ?? 0n) + 1n
  return shares.map(Number)
}
