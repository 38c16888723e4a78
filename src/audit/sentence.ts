/** The sentence that words stand in, to be shown beside them. */
import type { Span } from '../language/quotations.ts'

/** Characters. A longer one is cut at both ends. */
const longest = 280

/** The sentence around a place, on one line. */
export function sentenceAt(text: string, { start, end }: Span): string {
  const ends = [...text.matchAll(/[.!?…]["”’)]?(?:\s+|$)|\n\s*/g)]
  const before = ends.findLast(({ 0: mark, index }) => index + mark.length <= start)
  const after = ends.find(({ index }) => index >= end)
  const from = before ? before.index + before[0].length : 0
  const to = after ? after.index + after[0].length : text.length
  if (to - from <= longest) return onOneLine(text.slice(from, to))
  const left = Math.max(from, start - 120)
  const right = Math.min(to, Math.max(end, left + longest))
  const cut = text.slice(left, right)
  return `${left > from ? '… ' : ''}${onOneLine(left > from ? cut.replace(/^\S*\s/, '') : cut)}${right < to ? ' …' : ''}`
}

/** Lines of an answer, as they are quoted. */
export const onOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
