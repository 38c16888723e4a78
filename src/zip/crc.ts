/** CRC-32 of a long text of which parts come again and again: a part that is known need not be read again. */
import type { Texts } from './matches.ts'

// Both work on the register of the CRC: it starts as `CRC_START`, and `crcOf` makes the CRC of it at the end.
export const CRC_START = -1
export const crcOf = (register: number): number => ~register >>> 0

const POLYNOMIAL = 0xedb88320

/** The register after bytes `from` to `to`. */
export function crcAfter(register: number, bytes: Uint8Array, from: number, to: number): number {
  let crc = register
  let at = from
  for (; at + 3 < to; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    crc =
      (TABLE[768 + (crc & 255)] ?? 0) ^
      (TABLE[512 + ((crc >> 8) & 255)] ?? 0) ^
      (TABLE[256 + ((crc >> 16) & 255)] ?? 0) ^
      (TABLE[crc >>> 24] ?? 0)
  }
  for (; at < to; at++) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0)
  return crc
}

/** What texts do to the register, whatever stood before. The CRC is linear: the register moved on, and the text's own part. */
export interface CrcSteps {
  /** By text. */
  readonly own: Int32Array
  /** By text: where in `moved` the sixteen numbers for its length are. */
  readonly move: Int32Array
  /** By four bits: what becomes of them, standing highest, after so many bytes. */
  readonly moved: Int32Array
}

export function crcSteps({ bytes, starts }: Pick<Texts, 'bytes' | 'starts'>): CrcSteps {
  const lengths = Array.from(starts.subarray(1), (end, index) => end - (starts[index] ?? 0))
  const places = new Map([...new Set(lengths)].map((length, index) => [length, 16 * index]))
  return {
    own: Int32Array.from(lengths, (length, index) => crcAfter(0, bytes, starts[index] ?? 0, (starts[index] ?? 0) + length)),
    move: Int32Array.from(lengths, (length) => places.get(length) ?? 0),
    moved: Int32Array.from([...places.keys()].flatMap(movedBy)),
  }
}

function movedBy(length: number): number[] {
  const moved = new Array<number>(16).fill(0)
  moved[8] = crcAfter(1 << 31, new Uint8Array(length), 0, length)
  for (const bit of [4, 2, 1]) moved[bit] = movedOneBit(moved[2 * bit] ?? 0)
  for (let bits = 3; bits < 16; bits++) {
    const lowest = bits & -bits
    moved[bits] = (moved[lowest] ?? 0) ^ (moved[bits ^ lowest] ?? 0)
  }
  return moved
}

/** The register after one of these texts. */
export function crcAfterStep(register: number, { own, move, moved }: CrcSteps, text: number): number {
  const first = move[text] ?? 0
  let crc = 0
  for (let shift = 0; shift < 32; shift += 4)
    crc = (crc >>> 4) ^ (FOUR_BITS[crc & 15] ?? 0) ^ (moved[first + ((register >>> shift) & 15)] ?? 0)
  return crc ^ (own[text] ?? 0)
}

function movedOneBit(register: number): number {
  return (register >>> 1) ^ (register & 1 ? POLYNOMIAL : 0)
}

function movedBits(register: number, bits: number): number {
  let moved = register
  for (let bit = 0; bit < bits; bit++) moved = movedOneBit(moved)
  return moved
}

// Four tables, so that four bytes are taken in at once: what becomes of a byte after one to four bytes.
const TABLE = Int32Array.from({ length: 1024 }, (_, index) => movedBits(index & 255, 8 * (1 + (index >> 8))))
const FOUR_BITS = Int32Array.from({ length: 16 }, (_, bits) => movedBits(bits, 4))
