/** The Huffman code of a DEFLATE block: one made from counts, used for many texts. */
import { append, type BitWord } from './bits.ts'

/** A code for everything that can stand in a DEFLATE block. */
export interface BlockCode {
  /** The start of the only block of a stream: the code, told to the reader. */
  readonly header: readonly BitWord[]
  /** By byte. */
  readonly literal: Int32Array
  /** By the length of a match, 3 to 258; with its extra bits. */
  readonly length: Int32Array
  /** By distance symbol, 0 to 29; without extra bits. */
  readonly distance: Int32Array
  readonly end: BitWord
}

/** How often each symbol is expected; a symbol that is not expected is still given a code. */
export interface Counts {
  /** 286: bytes, the end, lengths. */
  readonly literals: Float64Array
  /** 30. */
  readonly distances: Float64Array
}

export const noCounts = (): Counts => ({ literals: new Float64Array(286), distances: new Float64Array(30) })

const END = 256

// Short enough that a length with its 5 extra bits, or a distance with its 13, fits into one bit word.
const LONGEST_LITERAL = 12
const LONGEST_DISTANCE = 11

// RFC 1951, 3.2.7: the order in which the lengths of the code for code lengths are told.
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The symbol of a match length, 3 to 258 (RFC 1951, 3.2.5). */
export function lengthSymbol(length: number): number {
  if (length === 258) return 285
  const extra = extraOfLength(length)
  return 257 + 4 * extra + ((length - 3) >> extra)
}

function extraOfLength(length: number): number {
  return length < 11 || length === 258 ? 0 : 29 - Math.clz32(length - 3)
}

/** The symbol of a distance, 1 to 32,768 (RFC 1951, 3.2.5). Its extra bits are the lowest of the distance less one. */
export function distanceSymbol(distance: number): number {
  if (distance < 3) return distance - 1
  const top = 31 - Math.clz32(distance - 1)
  return 2 * top + (((distance - 1) >> (top - 1)) & 1)
}

/** How many extra bits a distance symbol has. */
export const extraOfDistance = (symbol: number): number => (symbol < 4 ? 0 : (symbol >> 1) - 1)

/** The best code for texts whose symbols come as often as counted. */
export function blockCode(counts: Counts): BlockCode {
  const literalLengths = codeLengths([...counts.literals], LONGEST_LITERAL)
  const distanceLengths = codeLengths([...counts.distances], LONGEST_DISTANCE)
  const literals = codeWords(literalLengths)
  const length = new Int32Array(259)
  for (let each = 3; each <= 258; each++) {
    const extra = extraOfLength(each)
    length[each] = append(literals[lengthSymbol(each)] ?? 0, (each - 3) & ((1 << extra) - 1), extra)
  }
  return {
    header: header(literalLengths, distanceLengths),
    literal: literals.slice(0, END),
    length,
    distance: codeWords(distanceLengths),
    end: literals[END] ?? 0,
  }
}

/** Dynamic block header (RFC 1951, 3.2.7), without its shorthand for repeated lengths: it stands once in a document. */
function header(literals: readonly number[], distances: readonly number[]): BitWord[] {
  const lengths = [...literals, ...distances]
  const counts = new Array<number>(19).fill(0)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  const own = codeLengths(counts, 7)
  const words = codeWords(own)
  const plain = (bits: number, count: number) => append(0, bits, count)
  return [
    plain(1, 1), // the last block
    plain(2, 2), // dynamic
    plain(literals.length - 257, 5),
    plain(distances.length - 1, 5),
    plain(ORDER.length - 4, 4),
    ...ORDER.map((symbol) => plain(own[symbol] ?? 0, 3)),
    ...lengths.map((length) => words[length] ?? 0),
  ]
}

/** Canonical codes (RFC 1951, 3.2.2), their bits turned round, since a Huffman code is written from its highest bit. */
function codeWords(lengths: readonly number[]): Int32Array {
  const words = new Int32Array(lengths.length)
  let code = 0
  for (let length = 1; length <= 15; length++) {
    code <<= 1
    lengths.forEach((each, symbol) => {
      if (each !== length) return
      let turned = 0
      for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit)
      words[symbol] = append(0, turned, length)
      code++
    })
  }
  return words
}

/**
 * The length of each symbol's code, none longer than `limit`: package-merge (Larmore and Hirschberg, 1990).
 * Symbols that were never counted get a code too. Ties go to the lower symbol, so the result is the same everywhere.
 */
function codeLengths(counts: readonly number[], limit: number): number[] {
  const leaves = counts.map((count, symbol) => ({ weight: count + 1 / 16, symbols: [symbol] })).sort((a, b) => a.weight - b.weight)
  let row = leaves
  for (let depth = 1; depth < limit; depth++) {
    const pairs: typeof leaves = []
    for (let at = 0; at + 1 < row.length; at += 2) {
      const [a, b] = row.slice(at, at + 2)
      if (a && b) pairs.push({ weight: a.weight + b.weight, symbols: [...a.symbols, ...b.symbols] })
    }
    row = [...leaves, ...pairs].sort((a, b) => a.weight - b.weight)
  }
  const lengths = counts.map(() => 0)
  for (const { symbols } of row.slice(0, 2 * leaves.length - 2)) for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1
  return lengths
}
