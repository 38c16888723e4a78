/** A paragraph as `docx` is about to write it → the lines it takes, by the widths of its letters and what its style says. */
import { belowLine, letterWidth, lineHeight } from './arial.ts'
import { listIndent } from './prose.ts'
import { looksOf } from './styles.ts'
import { attributesOf, childNamed, childrenOf, nameOf, type Written, wordsIn } from './written.ts'

/** Something that stands on pages. Lengths are in twentieths of a point. */
export interface Block {
  readonly lines: number
  /** From one line to the next. */
  readonly leading: number
  /** How much of that is space below the letters, which may hang over the end of a page. */
  readonly slack: number
  /** Space before and after, of which neighbours share the larger. */
  readonly before: number
  readonly after: number
  /** From the frame to the letters. */
  readonly above: number
  readonly below: number
  /** What kind of frame stands around it; empty for none. */
  readonly frame: string
  readonly keepNext: boolean
  readonly keepLines: boolean
  readonly pageBreakBefore: boolean
  /** What stands above it again where it begins a page: the head of its table. */
  readonly repeated: number
  readonly bookmarks: readonly string[]
}

/**
 * Measures a paragraph.
 * @param width Of the column it stands in.
 * @returns Undefined for anything but a paragraph of words, or one that is a picture.
 */
export function measureParagraph(element: Written, width: number): Block | undefined {
  const properties = childNamed(element, 'w:pPr')
  const style = String(attributesOf(childNamed(properties, 'w:pStyle'))['w:val'] ?? 'Normal')
  const { run, paragraph } = looksOf(style)
  const picture = pictureHeight(element)
  const letters = picture ? [] : nameOf(element) === 'w:p' ? lettersOf(childrenOf(element), run?.bold === true) : undefined
  if (!letters) return undefined
  const { spacing, indent, border } = paragraph ?? {}
  const list = childNamed(properties, 'w:numPr')
  const left = list ? listIndent(Number(attributesOf(childNamed(list, 'w:ilvl'))['w:val'])) : Number(indent?.left ?? 0)
  const size = Number(run?.size) * 10
  const single = Math.max(size * lineHeight, picture + size * belowLine)
  const leading = (single * Number(spacing?.line ?? 240)) / 240
  const edge = ({ size = 0, space = 0 }: { size?: number; space?: number } = {}) => size * 2.5 + space * 20
  return {
    lines: lineCount(letters, (width - left - Number(indent?.right ?? 0)) / size),
    leading,
    slack: leading - single,
    before: Number(attributesOf(childNamed(properties, 'w:spacing'))['w:before'] ?? spacing?.before ?? 0),
    after: Number(spacing?.after ?? 0),
    above: edge(border?.top),
    below: edge(border?.bottom),
    frame: border?.top ? style : '',
    keepNext: paragraph?.keepNext === true || childNamed(properties, 'w:keepNext') !== undefined,
    keepLines: paragraph?.keepLines === true,
    pageBreakBefore: childNamed(properties, 'w:pageBreakBefore') !== undefined,
    repeated: 0,
    bookmarks: childrenOf(element).flatMap((each) => (nameOf(each) === 'w:bookmarkStart' ? [String(attributesOf(each)['w:name'])] : [])),
  }
}

/** How high the picture is that a paragraph begins with; 0 where it begins with none. A length in a drawing is 635 to a twentieth of a point. */
function pictureHeight(element: Written): number {
  const inline = childNamed(childNamed(childNamed(element, 'w:r'), 'w:drawing'), 'wp:inline')
  return Number(attributesOf(childNamed(inline, 'wp:extent')).cy ?? 0) / 635
}

interface Letter {
  readonly letter: string
  /** In ems. */
  readonly width: number
}

/** The letters of a paragraph, link or run; undefined where anything else stands among them. */
function lettersOf(elements: readonly Written[], bold: boolean): Letter[] | undefined {
  const letters: Letter[] = []
  for (const element of elements) {
    const name = nameOf(element)
    if (name === 'w:t') for (const letter of wordsIn(element)) letters.push({ letter, width: letterWidth(letter, bold) })
    else if (name === 'w:br') letters.push({ letter: '\n', width: 0 })
    else if (name === 'w:r' || name === 'w:hyperlink') {
      const inner = lettersOf(childrenOf(element), bold || childNamed(childNamed(element, 'w:rPr'), 'w:b') !== undefined)
      if (!inner) return undefined
      for (const letter of inner) letters.push(letter)
    } else if (!takesNoRoom.has(name)) return undefined
  }
  return letters
}

/** A tab stands in lines of contents only, before a number that there is room for. */
const takesNoRoom = new Set('w:pPr w:rPr w:bookmarkStart w:bookmarkEnd w:tab w:fldChar w:instrText'.split(' '))

/** Lines of whole words; a space at the end of one hangs over, and a dash may end one. */
function lineCount(letters: readonly Letter[], room: number): number {
  let lines = 1
  let filled = 0
  let spaces = 0
  let word = 0
  const endWord = () => {
    if (filled && filled + spaces + word > room) {
      lines++
      filled = word
    } else filled += spaces + word
    spaces = 0
    word = 0
  }
  for (const [index, { letter, width }] of letters.entries()) {
    if (letter === '\n') {
      endWord()
      lines++
      filled = 0
    } else if (letter === ' ') {
      if (word) endWord()
      spaces += width
    } else {
      word += width
      if (/[-–—]/.test(letter) && /[\p{L}\p{N}]/u.test(letters[index + 1]?.letter ?? '')) endWord()
    }
  }
  endWord()
  return lines
}
