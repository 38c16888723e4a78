/** A text that never changes as what is to be written for it: most of it bits that are known, the rest matches whose distance is not. */
import { append, type BitWord, joined, MOST_BITS, putCodes } from './bits.ts'
import { type CrcStep, crcStep } from './crc.ts'
import { type BlockCode, type Counts, distanceSymbol, lengthSymbol } from './huffman.ts'
import { type Match, SHORTEST } from './matches.ts'

/** Text that never changes, compressed. It belongs to the press that made it. */
export interface Segment {
  readonly bytes: Uint8Array
  /** Which of the segments of its press it is. */
  readonly id: number
}

export interface Compiled extends Segment {
  /**
   * What to write: bit words; and, beginning below zero, matches in other segments, each in four numbers: `~id` of the other segment,
   * how much further on the match stands in this segment than its source in the other, where it stands here, its length.
   */
  readonly steps: Int32Array
  readonly crc: CrcStep
}

const WINDOW = 32768
const LONGEST = 258

/** For a segment that was not written yet: far enough before everything. */
export const NEVER = -(2 ** 30)

/** @param others the segments that the matches name as parts; a part that is not among them is this segment itself */
export function compile(bytes: Uint8Array, id: number, matches: readonly Match[], others: readonly Segment[], code: BlockCode): Compiled {
  const steps: number[] = []
  let word: BitWord = 0
  const finishWord = () => {
    if (word !== 0) steps.push(word)
    word = 0
  }
  const put = (next: BitWord) => {
    if ((word >>> 24) + (next >>> 24) > MOST_BITS) finishWord()
    word = joined(word, next)
  }
  for (const piece of piecesOf(bytes, matches)) {
    if (piece instanceof Uint8Array) for (const byte of piece) put(code.literal[byte] ?? 0)
    else {
      const { at, length, part, from } = piece
      const other = others[part]
      if (other) {
        finishWord()
        steps.push(~other.id, at - from, at, length)
      } else {
        put(code.length[length] ?? 0)
        put(distanceWord(code, at - from))
      }
    }
  }
  finishWord()
  return { bytes, id, steps: Int32Array.from(steps), crc: crcStep(bytes) }
}

/**
 * Puts a segment into `words`; returns where the next word goes. It needs at most one word a byte.
 * @param start where the segment starts in the text
 * @param written where each segment, by its id, was written last
 */
export function putSegment(
  words: Int32Array,
  place: number,
  segment: Compiled,
  start: number,
  written: Int32Array,
  code: BlockCode,
): number {
  const { id, bytes, steps } = segment
  const back = start - (written[id] ?? NEVER)
  if (back <= WINDOW && bytes.length >= SHORTEST) return putCopy(words, place, bytes.length, back, code)
  let next = place
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at] ?? 0
    if (step >= 0) {
      words[next++] = step
      continue
    }
    const distance = start + (steps[at + 1] ?? 0) - (written[~step] ?? NEVER)
    const from = steps[at + 2] ?? 0
    const length = steps[at + 3] ?? 0
    at += 3
    if (distance <= WINDOW) {
      words[next++] = code.length[length] ?? 0
      words[next++] = distanceWord(code, distance)
    } else next = putCodes(words, next, bytes, from, from + length, code.literal)
  }
  return next
}

/** The same bytes once more, as matches. */
function putCopy(words: Int32Array, place: number, size: number, distance: number, code: BlockCode): number {
  let next = place
  for (let left = size; left > 0; ) {
    // No match may be shorter than 3.
    const length = left <= LONGEST ? left : Math.min(LONGEST, left - 3)
    words[next++] = code.length[length] ?? 0
    words[next++] = distanceWord(code, distance)
    left -= length
  }
  return next
}

function distanceWord(code: BlockCode, distance: number): BitWord {
  const symbol = distanceSymbol(distance)
  const extra = symbol < 4 ? 0 : (symbol >> 1) - 1
  return append(code.distance[symbol] ?? 0, (distance - 1) & ((1 << extra) - 1), extra)
}

/** Counts the symbols of a segment. @param distanceOf how far a match is from its source, about */
export function countSymbols(counts: Counts, bytes: Uint8Array, matches: readonly Match[], distanceOf: (match: Match) => number): void {
  const add = (list: Float64Array, symbol: number) => {
    list[symbol] = (list[symbol] ?? 0) + 1
  }
  for (const piece of piecesOf(bytes, matches)) {
    if (piece instanceof Uint8Array) for (const byte of piece) add(counts.literals, byte)
    else {
      add(counts.literals, lengthSymbol(piece.length))
      add(counts.distances, distanceSymbol(distanceOf(piece)))
    }
  }
}

/** Matches and the bytes between them, in order. */
function* piecesOf(bytes: Uint8Array, matches: readonly Match[]): Generator<Match | Uint8Array> {
  let done = 0
  for (const match of matches) {
    yield bytes.subarray(done, match.at)
    yield match
    done = match.at + match.length
  }
  yield bytes.subarray(done)
}
