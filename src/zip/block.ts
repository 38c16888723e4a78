/** Tokens → the one DEFLATE block of a stream, each byte filled from its lowest bit. */
import { type BlockCode, distanceSymbol, extraOfDistance } from './huffman.ts'
import { distanceOf, isMatch, lengthOf, type Tokens } from './tokens.ts'

/** The most bytes that a block may need. */
export const roomFor = ({ count }: Tokens): number => 6 * count + 2048

/** @param room written over: as many bytes as `roomFor` says */
export function blockOf({ list, count }: Tokens, code: BlockCode, room: Uint8Array): Uint8Array {
  const { literal, length, distance } = code
  const view = new DataView(room.buffer)
  let at = 0
  // Bits that do not fill a byte yet: fewer than 8.
  let hold = 0
  let held = 0
  const put = (bits: number, size: number): void => {
    hold |= bits << held
    held += size
    view.setInt32(at, hold, true)
    at += held >>> 3
    hold >>>= held & 24
    held &= 7
  }
  for (const word of code.header) put(word & 0xffffff, word >>> 24)
  for (let index = 0; index < count; index++) {
    const token = list[index] ?? 0
    if (!isMatch(token)) {
      const word = literal[token] ?? 0
      const next = index + 1 < count ? (list[index + 1] ?? 0) : 256
      if (isMatch(next)) put(word & 0xffffff, word >>> 24)
      else {
        // Two bytes at once, as there are many.
        index++
        const second = literal[next] ?? 0
        put((word & 0xffffff) | ((second & 0xffffff) << (word >>> 24)), (word >>> 24) + (second >>> 24))
      }
      continue
    }
    const word = length[lengthOf(token)] ?? 0
    put(word & 0xffffff, word >>> 24)
    const back = distanceOf(token)
    const symbol = distanceSymbol(back)
    const extra = extraOfDistance(symbol)
    const start = distance[symbol] ?? 0
    put((start & 0xffffff) | (((back - 1) & ((1 << extra) - 1)) << (start >>> 24)), (start >>> 24) + extra)
  }
  put(code.end & 0xffffff, code.end >>> 24)
  return room.slice(0, at + (held > 0 ? 1 : 0))
}
