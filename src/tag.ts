/** The permanent names by which a question is found again inside a filled document. */
import { createHash } from 'node:crypto'
import type { Path } from './form.ts'

/**
 * The tag of a question's control: its path with dots, rows left out, since a cloned row clones its tags.
 * `category` in any row of `/strengths/strengths` is `strengths.strengths.category`.
 * @param option The option's value, for one box of a "tick any" list: `…=reading`.
 */
export function tagOf(path: Path, option?: string): string {
  const tag = path.slice(1).replaceAll('/*', '').replaceAll('/', '.')
  return option === undefined ? tag : `${tag}=${option}`
}

/** Word keeps at most this many characters of a tag. */
export const longestTag = 64

/** A bookmark name for a tag: Word allows 40 characters, so a hash. The one identity LibreOffice 7.4 leaves in a file. */
export function bookmarkOf(tag: string): string {
  return `q_${createHash('sha256').update(tag).digest('hex').slice(0, 24)}`
}
