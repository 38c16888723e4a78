/** The authors' prose, mdast, as blocks of Word. */
import { AlignmentType, type ILevelsOptions, LevelFormat, type XmlComponent } from 'docx'
import type { Heading, List, ListItem, RootContent, Table } from 'mdast'
import { type ParagraphChanges, paragraph } from './element.ts'
import { phrasing, plain } from './phrasing.ts'
import { picture } from './picture.ts'
import type { Sheet } from './sheet.ts'
import { leastWidth, row, shareOut, table } from './tables.ts'

/** Where a block of prose stands. */
export interface ProsePlace {
  /** The style of its paragraphs. */
  readonly style: string
  /** Words of the heading above, which name its tables. */
  readonly heading: string
  /** How its first paragraph differs from the style. */
  readonly first?: ParagraphChanges
}

/** One block of prose. Kinds of node that no author may use are a bug by the time they get here. */
export function prose(sheet: Sheet, node: RootContent, place: ProsePlace): XmlComponent[] {
  switch (node.type) {
    case 'heading':
      return [heading(sheet, node, place.first)]
    case 'paragraph':
      return [paragraph(place.style, phrasing(node.children), place.first)]
    case 'blockquote':
      // A box is read as one thing, so it is not split between pages.
      return node.children.flatMap((child, index) => {
        const first = { ...(index ? {} : place.first), ...(index < node.children.length - 1 ? { keepNext: true } : {}) }
        return prose(sheet, child, { ...place, style: 'Callout', first })
      })
    case 'list':
      return list(sheet, node, 0, place)
    case 'table':
      return [proseTable(sheet, node, place)]
    case 'picture':
      return [paragraph('Picture', [picture(sheet, node)], place.first)]
    default:
      throw new Error(`Bug: Word prose cannot hold the node ${node.type}`)
  }
}

/** Draws blocks one after another; only the first of them differs from its style. */
function each<Node>(
  nodes: readonly Node[],
  { first, ...others }: ProsePlace,
  draw: (node: Node, place: ProsePlace, index: number) => XmlComponent[],
): XmlComponent[] {
  return nodes.flatMap((node, index) => draw(node, index === 0 && first ? { ...others, first } : others, index))
}

/** A heading, bookmarked so that the contents and links find it. */
function heading(sheet: Sheet, { depth, children }: Heading, changes?: ParagraphChanges): XmlComponent {
  const name = sheet.nameHeading(plain(children))
  return paragraph(`Heading${depth}`, sheet.bookmark(name, phrasing(children)), changes)
}

function list(sheet: Sheet, node: List, level: number, place: ProsePlace): XmlComponent[] {
  const instance = sheet.nextList()
  const reference = node.ordered ? orderedList(sheet, node.start ?? 1) : bulletList
  return each(node.children, place, (item, where) => listItem(sheet, item, { reference, level, instance }, where))
}

/** The first paragraph carries the mark; what follows lines up under its words. */
function listItem(sheet: Sheet, item: ListItem, numbering: NonNullable<ParagraphChanges['numbering']>, place: ProsePlace): XmlComponent[] {
  return each(item.children, place, (child, where, index) => {
    if (child.type === 'list') return list(sheet, child, numbering.level + 1, where)
    if (child.type !== 'paragraph') return prose(sheet, child, where)
    const mark = index === 0 ? numbering : { ...numbering, reference: continuedList }
    return [paragraph('ListParagraph', phrasing(child.children), { ...where.first, numbering: mark })]
  })
}

function proseTable({ textWidth }: Sheet, { children: [head, ...others] }: Table, { heading: title, first }: ProsePlace): XmlComponent {
  if (!head) throw new Error('Bug: a table without rows')
  const rows = [head, ...others]
  const columns = head.children.map((_, index) => {
    const texts = rows.map((line) => plain(line.children[index]?.children ?? []))
    const letters = texts.map((text) => text.length)
    // Long cells want width, but less than in proportion, or short columns starve.
    return { least: Math.max(...texts.map(leastWidth)), share: Math.sqrt(Math.max(...letters, 1)) }
  })
  const widths = shareOut(textWidth, columns)
  const cells = ({ children }: Table['children'][number], style: string, changes?: ParagraphChanges) =>
    head.children.map((_, index) => [paragraph(style, phrasing(children[index]?.children ?? []), index === 0 ? changes : undefined)])
  return table(
    { title: title || 'Table', widths },
    cells(head, 'TableHead', first?.pageBreakBefore ? { pageBreakBefore: true } : undefined),
    others.map((line) => row(widths, cells(line, 'TableText'))),
  )
}

const bulletList = 'bullets'
const continuedList = 'continued'

function orderedList(sheet: Sheet, start: number): string {
  return start === 1 ? 'numbers' : sheet.addNumbering(orderedLevels(start))
}

/** How far the words of a list are set in, at a level counted from 0, in twentieths of a point. */
const listIndent = (level: number): number => 400 * (level + 1)

const levels = (looks: (level: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: listIndent(level), hanging: listIndent(0) } } },
    ...looks(level),
  }))

const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN]
const orderedLevels = (start: number): ILevelsOptions[] =>
  levels((level) => ({ format: formats[level % 3] ?? LevelFormat.DECIMAL, text: `%${level + 1}.`, start: level ? 1 : start }))

/** The numberings that prose may use in any document. */
export const proseNumberings = [
  { reference: bulletList, levels: levels((level) => ({ format: LevelFormat.BULLET, text: level % 2 ? '–' : '•' })) },
  { reference: continuedList, levels: levels(() => ({ format: LevelFormat.NONE, text: '' })) },
  { reference: 'numbers', levels: orderedLevels(1) },
]
