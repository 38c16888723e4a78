/** DEFLATE (RFC 1951) for texts that are mostly the same each time: what never changes is compressed once. */
import { packBits, putCodes } from './bits.ts'
import { CRC_START, crcAfter, crcAfterStep, crcOf } from './crc.ts'
import { type BlockCode, blockCode, noCounts } from './huffman.ts'
import { findMatches, type Match, REACH } from './matches.ts'
import { type Compiled, compile, countSymbols, NEVER, putSegment, type Segment } from './segment.ts'

export type { Segment } from './segment.ts'

export interface Packed {
  /** One DEFLATE stream, as a ZIP file holds it: without a zlib or gzip header. */
  readonly packed: Uint8Array
  /** Of what it inflates to: CRC-32, and length in bytes. */
  readonly crc: number
  readonly size: number
}

export interface Press {
  /** The texts that the press was made for, in their order. */
  readonly usual: readonly Segment[]
  /**
   * One more segment, kept as long as the press: for text that comes again. What it has in common with the segments that will stand
   * `before` it, nearest last, is written as a match in them.
   */
  segment(text: string, before?: readonly Segment[]): Segment
  /**
   * Compresses segments and other texts, joined in this order, in UTF-8. Every order is right, and the usual order is small.
   * The same sequence gives the same bytes, on every machine. Fails if a segment is of another press.
   */
  deflate(sequence: readonly (Segment | string)[]): Packed
}

/**
 * A press for wholes in which these texts usually stand in this order, with other texts between them.
 * One Huffman code serves all, made from `usual` and `sample` alone; so the bits of a segment are known before any whole is.
 * @param sample text like those others, about as much as one whole has: it gives their letters short codes. What is in another
 * script than the sample is packed rightly, but comes out large.
 */
export function newPress(usual: readonly string[], sample: string): Press {
  const encoder = new TextEncoder()
  const texts = usual.map((text) => encoder.encode(text))
  const matches = findMatches(texts, 0)
  const code = codeFor(texts, matches, encoder.encode(sample))
  const segments: Compiled[] = []
  for (const [id, bytes] of texts.entries()) segments.push(compile(bytes, id, matches[id] ?? [], segments, code))

  // Used again at each call, since making room takes time.
  let words = new Int32Array(0)
  let room = new Uint8Array(0)

  function own(segment: Segment): Compiled {
    const found = segments[segment.id]
    if (found !== segment) throw new Error('A segment can be used only by the press that made it.')
    return found
  }

  function makeRoom(count: number): void {
    if (count <= words.length) return
    const more = new Int32Array(2 * count)
    more.set(words)
    words = more
    room = new Uint8Array(3 * more.length + 4)
  }

  return {
    usual: segments.slice(),

    segment(text, before = []) {
      const near = nearest(before.map(own))
      const bytes = encoder.encode(text)
      const [found = []] = findMatches([...near.map((each) => each.bytes), bytes], near.length)
      const made = compile(bytes, segments.length, found, near, code)
      segments.push(made)
      return made
    },

    deflate(sequence) {
      const written = new Int32Array(segments.length).fill(NEVER)
      let size = 0
      let crc = CRC_START
      makeRoom(code.header.length + 1)
      words.set(code.header)
      let place = code.header.length
      for (const piece of sequence) {
        if (typeof piece === 'string') {
          makeRoom(place + 3 * piece.length + 1)
          const { written: length } = encoder.encodeInto(piece, room)
          place = putCodes(words, place, room, 0, length, code.literal)
          crc = crcAfter(crc, room, 0, length)
          size += length
        } else {
          const segment = own(piece)
          makeRoom(place + segment.bytes.length + 1)
          place = putSegment(words, place, segment, size, written, code)
          crc = crcAfterStep(crc, segment.crc)
          written[segment.id] = size
          size += segment.bytes.length
        }
      }
      words[place++] = code.end
      return { packed: packBits(words, place, room), crc: crcOf(crc), size }
    },
  }
}

/** The last segments, as far back as matches are looked for. */
function nearest(segments: readonly Compiled[]): readonly Compiled[] {
  let first = segments.length
  for (let size = 0; first > 0 && size < REACH; first--) size += segments[first - 1]?.bytes.length ?? 0
  return segments.slice(first)
}

function codeFor(texts: readonly Uint8Array[], matches: readonly (readonly Match[])[], sample: Uint8Array): BlockCode {
  const counts = noCounts()
  const starts: number[] = []
  let size = 0
  for (const [index, bytes] of texts.entries()) {
    const start = size
    starts.push(start)
    countSymbols(counts, bytes, matches[index] ?? [], ({ at, part, from }) => start + at - (starts[part] ?? 0) - from)
    size += bytes.length
  }
  countSymbols(counts, sample, [], () => 1)
  return blockCode(counts)
}
