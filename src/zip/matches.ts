/** Finds what stands in a text that stood before: the matches of LZ77, chosen so that little is left to write. */

/** So many bytes are the same as earlier ones. What lies between matches is written as it is. */
export interface Match {
  /** Where in its own part. */
  readonly at: number
  /** At most 258 bytes. */
  readonly length: number
  /** The part that holds the earlier bytes, and where in it. Another part holds all of them; in its own part they may run into the match itself. */
  readonly part: number
  readonly from: number
}

const LONGEST = 258
const WINDOW = 32768

/** Between parts there will be texts that are not known yet, so without them a source in another part may be this far away, in bytes. */
export const REACH = 20000

/** Shorter matches are worth little here, and cost time at each writing when their distance has changed. */
export const SHORTEST = 6

// How many earlier places are tried for a match, how many next places may start a longer one, and when that is not tried.
const TRIES = 64
const AHEAD = 2
const LONG_ENOUGH = 96

/** The matches of each part from the `first` on, in itself and in the parts before it, which stand in this order. */
export function findMatches(parts: readonly Uint8Array[], first: number): Match[][] {
  const text = join(parts)
  const last = lastSame(text.bytes)
  return parts.slice(first).map((_, index) => chooseMatches(text, last, first + index))
}

interface Joined {
  readonly bytes: Uint8Array
  /** Where each part starts, and the end of all. */
  readonly starts: Int32Array
  /** The part that each byte belongs to. */
  readonly owner: Int32Array
}

function join(parts: readonly Uint8Array[]): Joined {
  const starts = new Int32Array(parts.length + 1)
  parts.forEach((part, index) => {
    starts[index + 1] = (starts[index] ?? 0) + part.length
  })
  const bytes = new Uint8Array(starts[parts.length] ?? 0)
  const owner = new Int32Array(bytes.length)
  parts.forEach((part, index) => {
    bytes.set(part, starts[index])
    owner.fill(index, starts[index], starts[index + 1])
  })
  return { bytes, starts, owner }
}

/** For each place the last one before it where, very likely, the same few bytes stand; -1 where there is none. */
function lastSame(bytes: Uint8Array): Int32Array {
  const last = new Int32Array(bytes.length)
  const latest = new Int32Array(1 << 16).fill(-1)
  for (let at = 0; at < bytes.length; at++) {
    let key = 0
    for (let next = at; next < at + SHORTEST; next++) key = Math.imul(key, 0x2c1b3c6d) + (bytes[next] ?? 0)
    key = Math.imul(key, 0x9e3779b1) >>> 16
    last[at] = latest[key] ?? -1
    latest[key] = at
  }
  return last
}

/** From the start to the end of a part, the longest match at each place, unless one of the next places has a longer one. */
function chooseMatches({ bytes, starts, owner }: Joined, last: Int32Array, part: number): Match[] {
  const start = starts[part] ?? 0
  const end = starts[part + 1] ?? 0
  let source = 0

  /** The length of the longest match at a place, its source in `source`; or less than the shortest. */
  function longestAt(at: number): number {
    let longest = SHORTEST - 1
    let from = last[at] ?? -1
    for (let tries = TRIES; tries > 0 && from >= 0; tries--) {
      const own = from >= start
      if (at - from > (own ? WINDOW : REACH)) break
      const most = Math.min(LONGEST, end - at, own ? LONGEST : (starts[(owner[from] ?? 0) + 1] ?? 0) - from)
      if (longest < most && bytes[from + longest] === bytes[at + longest]) {
        const length = sameBytes(bytes, from, at, most)
        if (length > longest) {
          longest = length
          source = from
        }
      }
      from = last[from] ?? -1
    }
    return longest
  }

  const matches: Match[] = []
  for (let at = start; at < end; ) {
    let length = longestAt(at)
    if (length < SHORTEST) {
      at++
      continue
    }
    let from = source
    for (let next = at + 1; next <= at + AHEAD && length < LONG_ENOUGH; next++) {
      const longer = longestAt(next)
      if (longer <= length) continue
      at = next
      length = longer
      from = source
    }
    const holder = owner[from] ?? 0
    matches.push({ at: at - start, length, part: holder, from: from - (starts[holder] ?? 0) })
    at += length
  }
  return matches
}

function sameBytes(bytes: Uint8Array, a: number, b: number, most: number): number {
  let length = 0
  while (length < most && bytes[a + length] === bytes[b + length]) length++
  return length
}
