/** A sequence of texts → what DEFLATE says for them: bytes, and matches with what stands up to 32 KB before. */
import { CRC_START, type CrcSteps, crcAfter, crcAfterStep, crcOf } from './crc.ts'
import { WINDOW } from './matches.ts'
import type { Sequence } from './press.ts'
import type { Segments } from './segments.ts'

/** A byte; or a match, its length (3 to 258) above fifteen bits of its distance less one. */
export type Token = number

export const isMatch = (token: Token): boolean => token > 255
export const lengthOf = (match: Token): number => match >> 15
export const distanceOf = (match: Token): number => (match & 0x7fff) + 1

export interface Tokens {
  /** The first `count` of these; the next call writes over them. */
  readonly list: Int32Array
  readonly count: number
  /** Of the text that they stand for: CRC-32, and length in bytes. */
  readonly crc: number
  readonly size: number
}

const longest = 258

// Shorter matches are written as bytes: a match of a known text, that costs nothing to find; a match in what is said.
const shortest = 4
const shortestSaid = 5

/** How many bits a hash has. */
const hashBits = 14

/** Far enough before everything. */
const never = -(2 ** 30)

/** Makes tokens for sequences of these segments, each named by its place, and other texts, which are looked up in each other alone. */
export function tokenizer({ bytes, starts, steps, firstSteps, same }: Segments, crcs: CrcSteps): (sequence: Sequence) => Tokens {
  const encoder = new TextEncoder()
  const written = new Int32Array(starts.length)
  // By a hash of some bytes that were said: where they were said last, in `said` and in the whole.
  const saidLast = new Int32Array(1 << hashBits)
  const wholeLast = new Int32Array(1 << hashBits)
  // Kept from call to call, since making room takes time.
  let list = new Int32Array(1024)
  let said = new Uint8Array(1024)
  let count = 0
  // A match is held back until it is known that nothing more of the same distance follows: matches do not end where texts do.
  let distance = 0
  let length = 0

  function makeRoom(tokens: number): void {
    if (tokens <= list.length) return
    const longer = new Int32Array(2 * tokens)
    longer.set(list)
    list = longer
  }

  function endMatch(): void {
    while (length > 0) {
      // No match may be shorter than 3.
      const next = length <= longest ? length : Math.min(longest, length - 3)
      list[count++] = (next << 15) | (distance - 1)
      length -= next
    }
    distance = 0
  }

  function putBytes(from: number, to: number): void {
    if (from === to) return
    endMatch()
    const tokens = list
    let next = count
    for (let at = from; at < to; at++) tokens[next++] = bytes[at] ?? 0
    count = next
  }

  /** False where that cannot be a match. */
  function putMatch(back: number, size: number): boolean {
    if (back > WINDOW) return false
    if (back !== distance) {
      if (size < shortest) return false
      endMatch()
      distance = back
    }
    length += size
    return true
  }

  /** @param here where it starts in the whole */
  function putSegment(segment: number, here: number): void {
    const start = starts[segment] ?? 0
    const id = same[segment] ?? 0
    const back = here - (written[id] ?? 0)
    written[id] = here
    if (putMatch(back, (starts[segment + 1] ?? 0) - start)) return
    const last = (firstSteps[segment + 1] ?? 0) - 4
    let step = firstSteps[segment] ?? 0
    for (; step < last; step += 4) {
      const at = steps[step + 1] ?? 0
      const end = steps[step + 4] ?? 0
      putBytes(start + (steps[step] ?? 0), start + at)
      if (!putMatch(here + (steps[step + 3] ?? 0) - (written[steps[step + 2] ?? 0] ?? 0), end - at)) putBytes(start + at, start + end)
    }
    putBytes(start + (steps[step] ?? 0), start + (steps[step + 1] ?? 0))
  }

  /** Encodes all that is said at once, which is much faster than one by one; a zero after each, over which no match runs. Returns their end. */
  function encodeAll(sequence: Sequence): number {
    let texts = ''
    for (const piece of sequence) if (typeof piece === 'string') texts += `${piece}\0`
    if (said.length < 3 * texts.length) said = new Uint8Array(6 * texts.length)
    return encoder.encodeInto(texts, said).written
  }

  function putSaid(from: number, to: number, here: number): void {
    const ahead = here - from
    const text = said
    const tokens = list
    for (let at = from; at < to; ) {
      let size = 0
      if (at + shortestSaid <= to) {
        const four = (text[at] ?? 0) | ((text[at + 1] ?? 0) << 8) | ((text[at + 2] ?? 0) << 16) | ((text[at + 3] ?? 0) << 24)
        const key = Math.imul(four ^ ((text[at + 4] ?? 0) << 12), 0x9e3779b1) >>> (32 - hashBits)
        const before = saidLast[key] ?? 0
        const back = at + ahead - (wholeLast[key] ?? 0)
        saidLast[key] = at
        wholeLast[key] = at + ahead
        if (back <= WINDOW) while (at + size < to && text[before + size] === text[at + size]) size++
        if (size >= shortestSaid) {
          putMatch(back, size)
          at += size
          continue
        }
      }
      if (length > 0) endMatch()
      tokens[count++] = text[at++] ?? 0
    }
  }

  return (sequence) => {
    written.fill(never)
    wholeLast.fill(never)
    count = 0
    const end = encodeAll(sequence)
    let from = 0
    let size = 0
    let crc = CRC_START
    for (const piece of sequence) {
      if (typeof piece === 'string') {
        let to = from
        while (said[to] !== 0) to++
        makeRoom(size + to - from + 2)
        putSaid(from, to, size)
        crc = crcAfter(crc, said, from, to)
        size += to - from
        from = to + 1
      } else {
        const length = (starts[piece + 1] ?? 0) - (starts[piece] ?? 0)
        if (same[piece] === undefined) throw new Error(`This press has no text of the number ${piece}.`)
        if (length === 0) continue
        makeRoom(size + length + 2)
        putSegment(piece, size)
        crc = crcAfterStep(crc, crcs, piece)
        size += length
      }
    }
    if (from !== Math.max(end, 0)) throw new Error('A text has the character U+0000, which cannot be in a page.')
    endMatch()
    return { list, count, crc: crcOf(crc), size }
  }
}
