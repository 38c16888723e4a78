/** A few bits as one number. */

/** Up to 24 bits: their number in the top byte, the bits below, the first to be written lowest. */
export type BitWord = number

/** A word with more bits behind it; both together at most 24. */
export function append(word: BitWord, bits: number, count: number): BitWord {
  const length = word >>> 24
  return (word & 0xffffff) | (bits << length) | ((length + count) << 24)
}
