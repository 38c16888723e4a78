/** Fenced code blocks (CommonMark 0.31, section 4.5), found line by line: each answer of a Markdown form stands in one that names its question. */

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
  readonly lines: string[]
}

/**
 * Finds the fences that name a question. A remark parser gives the same for whole files, in a hundred times the time.
 * @param text With `\n` at the end of lines.
 * @param isPlace True for the tag of a place for answers: such a fence never begins within another, so the other was not closed.
 */
export function fencesIn(text: string, isPlace: (tag: string) => boolean): Fence[] {
  const fences: Fence[] = []
  let open: Opened | undefined
  const close = ({ lines, indent: _, marks: __, ...fence }: Opened, end: number, closed: boolean): void => {
    if (isPlace(fence.tag)) fences.push({ ...fence, content: lines.join('\n'), end, closed })
  }
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    const begun = opening(line, start)
    if (!open) open = begun
    else if (closes(line, open.marks)) {
      close(open, end, true)
      open = undefined
    } else if (begun?.marks.startsWith(open.marks) && isPlace(begun.tag)) {
      close(open, start, false)
      open = begun
    } else open.lines.push(unindented(line, open.indent))
    start = end + 1
  }
  if (open) close(open, text.length, false)
  return fences
}

function opening(line: string, start: number): Opened | undefined {
  const first = line.trimStart()[0]
  if (first !== '`' && first !== '~') return undefined
  const [, indent = '', marks = '', info = ''] = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? []
  if (!marks) return undefined
  const [tag = '', row = ''] = info.trim().split(/\s+/)
  return { tag, row, start, indent: indent.length, marks, lines: [] }
}

const closes = (line: string, marks: string): boolean => {
  const [, found = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? []
  return found.startsWith(marks)
}

const unindented = (line: string, indent: number): string => (indent ? line.replace(new RegExp(`^ {0,${indent}}`), '') : line)
