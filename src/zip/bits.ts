/** Bits for a DEFLATE stream: gathered as words, then packed into bytes in one go, which is fast. */

/** Up to 24 bits: their number in the top byte, the bits below, the first to be written lowest. */
export type BitWord = number

export const MOST_BITS = 24

/** A word with more bits behind it; both together at most 24. */
export function append(word: BitWord, bits: number, count: number): BitWord {
  const length = word >>> 24
  return (word & 0xffffff) | (bits << length) | ((length + count) << 24)
}

/** Two words as one; both together at most 24. */
export const joined = (a: BitWord, b: BitWord): BitWord => (a + (b & 0xff000000)) | ((b & 0xffffff) << (a >>> 24))

/** Puts the codes of bytes `from` to `to` into `words`; returns where the next word goes. Two codes together must be at most 24 bits. */
export function putCodes(words: Int32Array, place: number, bytes: Uint8Array, from: number, to: number, codes: Int32Array): number {
  let next = place
  let at = from
  for (; at + 1 < to; at += 2) words[next++] = joined(codes[bytes[at] ?? 0] ?? 0, codes[bytes[at + 1] ?? 0] ?? 0)
  if (at < to) words[next++] = codes[bytes[at] ?? 0] ?? 0
  return next
}

/** The bits of the first `count` words, one behind the other, each byte filled from its lowest bit. `room` is written over: 3 bytes a word and 4 more. */
export function packBits(words: Int32Array, count: number, room: Uint8Array): Uint8Array {
  const view = new DataView(room.buffer)
  let at = 0
  // Bits that do not fill a byte yet: fewer than 8.
  let hold = 0
  let held = 0
  for (let index = 0; index < count; index++) {
    const word = words[index] ?? 0
    hold |= (word & 0xffffff) << held
    held += word >>> 24
    view.setInt32(at, hold, true)
    at += held >>> 3
    hold >>>= held & 24
    held &= 7
  }
  return room.slice(0, at + (held > 0 ? 1 : 0))
}
