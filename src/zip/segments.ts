/** Texts that are known beforehand, ready to be written: bytes as they are, and matches whose distance depends on what stands before. */
import { findMatches, type Texts } from './matches.ts'
import type { Known } from './press.ts'

/** All in flat lists, which is fast. */
export interface Segments extends Texts {
  /**
   * Steps of four numbers: where bytes start that are written as they are; where they end and a match begins, which ends where the next
   * step starts; which text holds the source of the match; how much further on the match stands in its text than its source in that one.
   * The last step of each text has bytes alone.
   */
  readonly steps: Int32Array
  /** Where the steps of each text start, and the end of all. */
  readonly firstSteps: Int32Array
}

export function segmentsOf(known: readonly Known[]): Segments {
  const encoder = new TextEncoder()
  const parts = known.map(({ text }) => encoder.encode(text))
  const starts = new Int32Array(parts.length + 1)
  for (const [index, { length }] of parts.entries()) starts[index + 1] = (starts[index] ?? 0) + length
  const bytes = new Uint8Array(starts[parts.length] ?? 0)
  for (const [index, part] of parts.entries()) bytes.set(part, starts[index])
  const first = new Map(known.map(({ text }, index) => [text, index] as const).reverse())
  const same = Int32Array.from(known, ({ text }) => first.get(text) ?? 0)
  const texts: Texts = { bytes, starts, same, groups: known.map(({ group }) => group) }

  const steps: number[] = []
  const firstSteps = [0]
  for (const [index, matches] of findMatches(texts).entries()) {
    let done = 0
    for (const { at, length, text, from } of matches) {
      steps.push(done, at, same[text] ?? 0, at - from)
      done = at + length
    }
    steps.push(done, parts[index]?.length ?? 0, 0, 0)
    firstSteps.push(steps.length)
  }
  return { ...texts, steps: Int32Array.from(steps), firstSteps: Int32Array.from(firstSteps) }
}
