/** Fenced code blocks (CommonMark 0.31, section 4.5), found line by line: each answer of a Markdown form stands in one that names its question. */
import { Refused } from '../zip/entry.ts'

export interface Fence {
  readonly tag: string
  /** The row it belongs to, as written after the tag; empty outside repeats. */
  readonly row: string
  readonly content: string
  /** Where its first line begins in the text, and where its last line ends. */
  readonly start: number
  readonly end: number
  /** False where its last line is missing, so that nothing tells where the answer ends. */
  readonly closed: boolean
}

interface Opened extends Pick<Fence, 'tag' | 'row' | 'start'> {
  readonly indent: number
  readonly marks: string
  /** Where its second line begins. */
  readonly inside: number
}

/** Of any kind. The longest example has a hundredth of them. */
const mostFences = 100_000

/**
 * Finds the fences that name a question. A remark parser gives the same for whole files, in a hundred times the time.
 * @param text With `\n` at the end of lines.
 * @param isPlace True for the tag of a place for answers: such a fence never begins within another, so the other was not closed.
 * @throws Refused where there are more than any form has.
 */
export function fencesIn(text: string, isPlace: (tag: string) => boolean): Fence[] {
  const fences: Fence[] = []
  let open: Opened | undefined
  let count = 0
  const begin = (fence: Opened): void => {
    if (++count > mostFences)
      throw new Refused('This file has more fences (```) than any form. It may be meant to do harm, so it was not read.')
    open = fence
  }
  const close = ({ tag, row, start, inside, indent }: Opened, last: number, end: number, closed: boolean): void => {
    if (!isPlace(tag)) return
    const lines = text.slice(inside, last)
    const content = indent ? lines.replace(new RegExp(`(^|\\n) {1,${indent}}`, 'g'), '$1') : lines
    fences.push({ tag, row, start, content, end, closed })
  }
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (mayMark(text, start)) {
      const line = text.slice(start, end)
      const begun = opening(line, start)
      if (!open) {
        if (begun) begin(begun)
      } else if (closes(line, open.marks)) {
        close(open, start - 1, end, true)
        open = undefined
      } else if (begun?.marks.startsWith(open.marks) && isPlace(begun.tag)) {
        close(open, start - 1, start, false)
        begin(begun)
      }
    }
    start = end + 1
  }
  if (open) close(open, text.length, text.length, false)
  return fences
}

/** True where a line begins as fences do, which few lines do: told without looking at the rest of it. */
function mayMark(text: string, start: number): boolean {
  let at = start
  while (at < start + 3 && text[at] === ' ') at++
  return text[at] === '`' || text[at] === '~'
}

function opening(line: string, start: number): Opened | undefined {
  const [, indent = '', marks = '', info = ''] = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? []
  if (!marks) return undefined
  const [tag = '', row = ''] = info.trim().split(/\s+/, 2)
  return { tag, row, start, indent: indent.length, marks, inside: start + line.length + 1 }
}

const closes = (line: string, marks: string): boolean => {
  const [, found = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? []
  return found.startsWith(marks)
}
