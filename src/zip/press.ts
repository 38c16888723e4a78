/** DEFLATE (RFC 1951) for wholes of texts that are known beforehand, which are looked through once, and of others between them. */
import { blockOf, roomFor } from './block.ts'
import { crcSteps } from './crc.ts'
import { type BlockCode, blockCode, distanceSymbol, lengthSymbol, noCounts } from './huffman.ts'
import { segmentsOf } from './segments.ts'
import { distanceOf, isMatch, lengthOf, type Tokens, tokenizer } from './tokens.ts'

/** A text that stands in wholes; there may be others that are the same. */
export interface Known {
  readonly text: string
  /** Texts of one group stand in the same wholes, more or less. A text of no group stands in all. */
  readonly group?: string | undefined
}

/** A whole: known texts, each by its place in the list, and others. */
export type Sequence = readonly (number | string)[]

export interface Packed {
  /** One DEFLATE stream, as a ZIP file holds it: without a zlib or gzip header. */
  readonly packed: Uint8Array
  /** Of what it inflates to: CRC-32, and length in bytes. */
  readonly crc: number
  readonly size: number
}

export interface Press {
  /**
   * Compresses the texts of a sequence, joined, in UTF-8. Every order is right, and the usual order is small. The same sequence gives
   * the same bytes, on every machine, whatever came before.
   * @throws Error where there is no known text of such a number, and for U+0000, which no XML has, in a text that is not known.
   */
  deflate(sequence: Sequence): Packed
}

/**
 * A press for wholes in which these texts stand in this order, some left out.
 * @param sample A whole like those to come. One Huffman code serves all, made from it: what is in another script is packed rightly, but
 * comes out large.
 */
export function newPress(known: readonly Known[], sample: Sequence): Press {
  const segments = segmentsOf(known)
  const tokensOf = tokenizer(segments, crcSteps(segments))
  const code = codeFor(tokensOf(sample))
  // Used again at each call, since making room takes time.
  let room = new Uint8Array(0)
  return {
    deflate(sequence) {
      const tokens = tokensOf(sequence)
      if (room.length < roomFor(tokens)) room = new Uint8Array(2 * roomFor(tokens))
      return { packed: blockOf(tokens, code, room), crc: tokens.crc, size: tokens.size }
    },
  }
}

function codeFor({ list, count }: Tokens): BlockCode {
  const { literals, distances } = noCounts()
  const add = (counts: Float64Array, symbol: number) => {
    counts[symbol] = (counts[symbol] ?? 0) + 1
  }
  for (const token of list.subarray(0, count)) {
    if (isMatch(token)) {
      add(literals, lengthSymbol(lengthOf(token)))
      add(distances, distanceSymbol(distanceOf(token)))
    } else add(literals, token)
  }
  return blockCode({ literals, distances })
}
