/** Numbers and names by which Word tells controls and rows apart: the same every time, never twice in a document. */
import { createHash } from 'node:crypto'

/**
 * What a bookmark's name ends with, so that it stays unique: nothing in the first row, `_2` in the second.
 * @param rows Row numbers from 1, outermost repeat first; empty outside repeats.
 */
export function rowSuffix(rows: readonly number[]): string {
  return rows.every((row) => row === 1) ? '' : rows.map((row) => `_${row}`).join('')
}

/**
 * A signed 32-bit number from a seed. Adds it to the taken ones.
 * @param seed What is named: a tag and its rows.
 * @param taken Numbers already in the document.
 */
export function freshId(seed: string, taken: Set<number>): number {
  let id = createHash('sha256').update(seed).digest().readInt32BE()
  // Two tags of one document seldom meet; the next free number is as good, and the same in every build.
  while (id === 0 || taken.has(id)) id = (id + 1) | 0
  taken.add(id)
  return id
}
