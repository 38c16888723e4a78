/** "Did you mean …?" */
import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate most like a misspelt word, or undefined where none is like it.
 * @param word What was written.
 * @param candidates What could have been meant.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const list = [...candidates]
  if (!list.length) return undefined
  const best = closest(word, list)
  return distance(word, best) <= Math.max(2, Math.ceil(word.length / 3)) ? best : undefined
}
