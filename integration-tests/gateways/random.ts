/** A source of chance that gives the same numbers for the same seed, so that a run can be played again. */
export type Random = {
  next(): number
  /** A whole number from 0 to below `end`. */
  below(end: number): number
  chance(share: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  shuffled<T>(list: readonly T[]): T[]
  /** A source of its own for one part of a run: what the others draw does not change it. */
  fork(name: string): Random
}

export function random(seed: string): Random {
  const next = generator(hash(seed))
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: ([first, ...rest]) => [first, ...rest][below(rest.length + 1)] ?? first,
    shuffled: (list) =>
      list
        .map((one) => ({ one, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one),
    fork: (name) => random(`${seed}/${name}`),
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value >>> 0
}

/** mulberry32: small, and good enough to mix up buyers. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
