/** Numbers that are the same again for the same seed (mulberry32): a finding can be had back. */
export function randomOf(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** A whole number from 0 up to, not including, `below`. */
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(of: readonly [T, ...T[]]): T => of[below(of.length)] ?? of[0]
  return { below, pick }
}
export type Random = ReturnType<typeof randomOf>
