/** A random sample that anybody can draw again: the same seed, from the same list, gives the same one. */

/**
 * The things in an order of chance: the first few of them are a sample.
 * @param seed Any whole number.
 */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const chance = mulberry(seed)
  return things
    .map((thing) => ({ thing, lot: chance() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ thing }) => thing)
}

/** Mulberry32 (Tommy Ettinger, public domain): numbers from 0 to 1 that look random and can be had again. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
