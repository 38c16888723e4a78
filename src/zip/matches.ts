/** Finds what stands in a text that stood before: the matches of LZ77, chosen so that little is left to write. */

/** Texts in the order in which they usually stand. */
export interface Texts {
  /** One after another. */
  readonly bytes: Uint8Array
  /** Where each starts in them, and the end of all. */
  readonly starts: Int32Array
  /** For each, the first that is the same. */
  readonly same: Int32Array
  /** For each, the group of those that stand in the same wholes; undefined for one that stands in all. */
  readonly groups: readonly (string | undefined)[]
}

/** So many bytes are the same as earlier ones. What lies between matches is written as it is. */
export interface Match {
  /** Where in its own text. */
  readonly at: number
  readonly length: number
  /** The text that holds the earlier bytes, and where in it. Another text holds all of them; in its own text they may run into the match itself. */
  readonly text: number
  readonly from: number
}

/** How far back a match may reach (RFC 1951, section 2). */
export const WINDOW = 32768

/** Between texts there will be others that are not known yet, so without them a source in another text may be this far away, in bytes. */
const REACH = 20000

/** Shorter matches are worth little here, and cost time at each writing when their distance has changed. */
const SHORTEST = 6

// How many earlier places are tried for a match, how many next places may start a longer one, and when that is not tried.
const TRIES = 64
const AHEAD = 2
const LONG_ENOUGH = 96

/** The matches of each text, in itself and in those before it that will stand before it. */
export function findMatches(texts: Texts): Match[][] {
  const last = lastSame(texts.bytes)
  const owner = new Int32Array(texts.bytes.length)
  for (const text of texts.groups.keys()) owner.fill(text, texts.starts[text], texts.starts[text + 1])
  return texts.groups.map((_, text) => chooseMatches(texts, owner, last, text))
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

/** From the start to the end of a text, the longest match at each place, unless one of the next places has a longer one. */
function chooseMatches({ bytes, starts, same, groups }: Texts, owner: Int32Array, last: Int32Array, text: number): Match[] {
  const start = starts[text] ?? 0
  const end = starts[text + 1] ?? 0
  let source = 0

  // The same text counts as itself, written last here, so it is no source.
  const isSource = (other: number): boolean => same[other] !== same[text] && (groups[other] === undefined || groups[other] === groups[text])

  /** The length of the longest match at a place, its source in `source`; or less than the shortest. */
  function longestAt(at: number): number {
    let longest = SHORTEST - 1
    let from = last[at] ?? -1
    for (let tries = TRIES; tries > 0 && from >= 0; tries--) {
      const own = from >= start
      if (at - from > (own ? WINDOW : REACH)) break
      const other = owner[from] ?? 0
      const most = own ? end - at : isSource(other) ? Math.min(end - at, (starts[other + 1] ?? 0) - from) : 0
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
    matches.push({ at: at - start, length, text: holder, from: from - (starts[holder] ?? 0) })
    at += length
  }
  return matches
}

function sameBytes(bytes: Uint8Array, a: number, b: number, most: number): number {
  let length = 0
  while (length < most && bytes[a + length] === bytes[b + length]) length++
  return length
}
