/** A paragraph → a block: the lines it takes, and what it says of where pages may turn. */
import { newSetter, type Setter } from './lines.ts'
import type { Looks } from './looks.ts'
import { childOf, lengthIn, type Mark } from './mark.ts'
import type { LetterLooks } from './properties.ts'

/** Something that stands on pages. Lengths are in twentieths of a point. */
export interface Block {
  /** From each line to the next. */
  readonly lines: readonly number[]
  /** How much of the last is space below the letters, which may hang over the end of a page. */
  readonly slack: number
  /** Space before and after, of which neighbours share the larger. */
  readonly before: number
  readonly after: number
  /** From the frame to the letters, and, where alike frames meet, what lies between them. */
  readonly above: number
  readonly below: number
  readonly between: number
  /** What kind of frame stands around it; empty for none. */
  readonly frame: string
  readonly keepNext: boolean
  readonly keepLines: boolean
  /** The fewest lines that may stand alone. */
  readonly fewest: number
  readonly pageBreakBefore: boolean
  /** What stands above it again where it begins a page: the head of its table. */
  readonly repeated: number
  readonly bookmarks: readonly string[]
}

/**
 * Measures a paragraph.
 * @param width Of the column it stands in.
 */
export function paragraphBlock(paragraph: Mark, width: number, looks: Looks): Block {
  const its = looks.paragraph(childOf(paragraph, 'w:pPr'))
  const bookmarks: string[] = []
  const setter = newSetter({
    width: width - its.left - its.right,
    first: its.first,
    tabs: its.tabs.map((tab) => ({ ...tab, at: tab.at - its.left })),
    size: its.letters.size,
  })
  setter.words(its.label, its.letters)
  if (its.afterLabel === '\t') setter.tab()
  else setter.words(its.afterLabel, its.letters)
  setAll(paragraph.children, its.letters, { setter, looks, bookmarks })
  const heights = setter.done()
  const lines = heights.map((height) => leading(height, its))
  const { top, bottom, between, looks: frame } = its.frame
  return {
    lines,
    slack: its.lineRule === 'auto' ? Math.max(0, (lines.at(-1) ?? 0) - (heights.at(-1) ?? 0)) : 0,
    before: its.before,
    after: its.after,
    above: top,
    below: bottom,
    between,
    frame: frame && `${its.left} ${its.right} ${frame}`,
    keepNext: its.keepNext,
    keepLines: its.keepLines,
    fewest: its.widows ? 2 : 1,
    pageBreakBefore: its.pageBreakBefore,
    repeated: 0,
    bookmarks,
  }
}

interface Setting {
  readonly setter: Setter
  readonly looks: Looks
  readonly bookmarks: string[]
}

function setAll(marks: readonly Mark[], letters: LetterLooks, to: Setting): void {
  const { setter, looks, bookmarks } = to
  for (const mark of marks) {
    if (mark.name === 'w:r') {
      const its = looks.letters(childOf(mark, 'w:rPr'), letters)
      if (!its.hidden) setAll(mark.children, its, to)
    } else if (mark.name === 'w:t') setter.words(mark.text, letters)
    else if (mark.name === 'w:tab') setter.tab()
    else if (mark.name === 'w:br' || mark.name === 'w:cr') setter.newLine()
    else if (mark.name === 'w:noBreakHyphen') setter.words('\u2011', letters)
    else if (mark.name === 'w:sym') setter.words('\u25A1', letters)
    else if (mark.name === 'w:drawing') setPicture(mark, setter)
    else if (mark.name === 'w:bookmarkStart') bookmarks.push(mark.attributes['w:name'] ?? '')
  }
}

/** A picture in the line of words. One that words flow around has room of its own beside them. */
function setPicture(drawing: Mark, setter: Setter): void {
  const extent = childOf(childOf(drawing, 'wp:inline'), 'wp:extent')
  const size = (attribute: string) => (lengthIn(extent?.attributes[attribute]) ?? 0) / 635
  if (extent) setter.picture(size('cx'), size('cy'))
}

/** From one line to the next. */
function leading(height: number, { line, lineRule }: { readonly line: number; readonly lineRule: string }): number {
  if (lineRule === 'exact') return line
  return lineRule === 'atLeast' ? Math.max(line, height) : (height * line) / 240
}
