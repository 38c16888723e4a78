/** The answers of a draft, by path. */
import type { Draft, Path } from './form.ts'

/**
 * The answer at a path, or undefined where there is none.
 * @param rows The row meant by each `*` of the path, counted from 0.
 */
export function answerAt(draft: Draft, path: Path, rows: readonly number[] = []): unknown {
  let row = 0
  let value: unknown = draft
  for (const key of path.split('/').slice(1)) {
    if (value === null || typeof value !== 'object') return undefined
    if (key !== '*') value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
    else value = Array.isArray(value) ? value[rows[row++] ?? 0] : undefined
  }
  return value
}

/** How many rows a draft has for a repeat; 0 where it has no answer, or something that is no list. */
export function rowCount(draft: Draft, path: Path): number {
  const value = answerAt(draft, path)
  return Array.isArray(value) ? value.length : 0
}
