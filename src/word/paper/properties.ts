/** What properties say of how something is printed, upon what was said before (ISO/IEC 29500-1, sections 17.3 and 17.4). */
import { childOf, isOn, lengthIn, type Mark } from './mark.ts'

/** The lines around a paragraph: how much room they take, with the space between them and the words. */
export interface Frame {
  readonly top: number
  readonly bottom: number
  /** What is drawn between paragraphs that stand in one frame. */
  readonly between: number
  /** The same for frames that look the same; empty for none. */
  readonly looks: string
}

/** How some letters look. */
export interface LetterLooks {
  /** In twentieths of a point, as are all lengths here. */
  readonly size: number
  readonly bold: boolean
  readonly hidden: boolean
}

export interface TabStop {
  readonly at: number
  /** False where words end at the stop, or stand in its middle. */
  readonly left: boolean
}

export interface ParagraphLooks {
  readonly before: number
  readonly after: number
  readonly line: number
  readonly lineRule: string
  readonly left: number
  readonly right: number
  /** How much further in its first line starts than the others. */
  readonly first: number
  readonly frame: Frame
  readonly tabs: readonly TabStop[]
  readonly keepNext: boolean
  readonly keepLines: boolean
  readonly pageBreakBefore: boolean
  /** False where a line may stand alone at either end of a page. */
  readonly widows: boolean
  /** What a list prints before the words, and what comes after that. */
  readonly label: string
  readonly afterLabel: string
  readonly letters: LetterLooks
}

export interface TableLooks {
  readonly margins: Readonly<Record<Side, number>>
  /** The line between rows. */
  readonly rule: number
}

export type Side = 'top' | 'left' | 'bottom' | 'right'

/** What Word takes where no style says anything. */
export const unstyled: ParagraphLooks = {
  before: 0,
  after: 0,
  line: 240,
  lineRule: 'auto',
  left: 0,
  right: 0,
  first: 0,
  frame: { top: 0, bottom: 0, between: 0, looks: '' },
  tabs: [],
  keepNext: false,
  keepLines: false,
  pageBreakBefore: false,
  widows: true,
  label: '',
  afterLabel: '',
  letters: { size: 200, bold: false, hidden: false },
}

export function paragraphWith(looks: ParagraphLooks, properties: Mark | undefined): ParagraphLooks {
  if (!properties) return looks
  const said: { -readonly [Key in keyof ParagraphLooks]: ParagraphLooks[Key] } = { ...looks }
  for (const mark of properties.children) {
    const { attributes } = mark
    switch (mark.name) {
      case 'w:spacing':
        said.before = lengthIn(attributes['w:before']) ?? said.before
        said.after = lengthIn(attributes['w:after']) ?? said.after
        said.line = lengthIn(attributes['w:line']) ?? said.line
        said.lineRule = attributes['w:lineRule'] ?? said.lineRule
        break
      case 'w:ind': {
        const hanging = lengthIn(attributes['w:hanging'])
        said.left = lengthIn(attributes['w:left'] ?? attributes['w:start']) ?? said.left
        said.right = lengthIn(attributes['w:right'] ?? attributes['w:end']) ?? said.right
        said.first = hanging === undefined ? (lengthIn(attributes['w:firstLine']) ?? said.first) : -hanging
        break
      }
      case 'w:pBdr':
        said.frame = frameOf(mark)
        break
      case 'w:tabs':
        said.tabs = tabsWith(said.tabs, mark)
        break
      case 'w:keepNext':
        said.keepNext = isOn(mark)
        break
      case 'w:keepLines':
        said.keepLines = isOn(mark)
        break
      case 'w:pageBreakBefore':
        said.pageBreakBefore = isOn(mark)
        break
      case 'w:widowControl':
        said.widows = isOn(mark)
        break
    }
  }
  return said
}

function frameOf(border: Mark): Frame {
  const edge = (name: string) => {
    const side = childOf(border, name)
    return side && edgeWidth(side) ? edgeWidth(side) + (lengthIn(side.attributes['w:space']) ?? 0) * 20 : 0
  }
  const looks = border.children.map(({ name, attributes }) => `${name} ${Object.values(attributes).join(' ')}`).join(' ')
  return { top: edge('w:top'), bottom: edge('w:bottom'), between: edge('w:between'), looks }
}

function tabsWith(tabs: readonly TabStop[], said: Mark): readonly TabStop[] {
  const kind = ({ attributes }: Mark) => attributes['w:val'] ?? 'left'
  const stops = said.children.filter((each) => kind(each) !== 'bar')
  const at = (stop: Mark) => lengthIn(stop.attributes['w:pos']) ?? 0
  const others = tabs.filter((tab) => !stops.some((stop) => at(stop) === tab.at))
  const set = stops.filter((stop) => kind(stop) !== 'clear')
  return [...others, ...set.map((stop) => ({ at: at(stop), left: ['left', 'start', 'num'].includes(kind(stop)) }))].sort(
    (one, other) => one.at - other.at,
  )
}

export function lettersWith(looks: LetterLooks, properties: Mark | undefined): LetterLooks {
  let { size, bold, hidden } = looks
  for (const mark of properties?.children ?? []) {
    if (mark.name === 'w:sz') size = (lengthIn(mark.attributes['w:val']) ?? size / 10) * 10
    else if (mark.name === 'w:b') bold = isOn(mark)
    else if (mark.name === 'w:vanish') hidden = isOn(mark)
  }
  return { size, bold, hidden }
}

/** What Word takes for a table without a style. */
export const bare: TableLooks = { margins: { top: 0, left: 0, bottom: 0, right: 0 }, rule: 0 }

export function tableWith(looks: TableLooks, properties: Mark | undefined): TableLooks {
  const borders = childOf(properties, 'w:tblBorders')
  const rule = childOf(borders, 'w:insideH') ?? childOf(borders, 'w:top')
  return { margins: marginsWith(looks.margins, childOf(properties, 'w:tblCellMar')), rule: rule ? edgeWidth(rule) : looks.rule }
}

/** The room between a cell's lines and its words. */
export function marginsWith(margins: TableLooks['margins'], said: Mark | undefined): TableLooks['margins'] {
  if (!said) return margins
  const side = (name: Side, other: string = name) =>
    lengthIn((childOf(said, `w:${name}`) ?? childOf(said, `w:${other}`))?.attributes['w:w']) ?? margins[name]
  return { top: side('top'), left: side('left', 'start'), bottom: side('bottom'), right: side('right', 'end') }
}

/** How wide a line is that is said in eighths of a point. */
const edgeWidth = ({ attributes }: Mark): number =>
  ['nil', 'none'].includes(attributes['w:val'] ?? '') ? 0 : Number(attributes['w:sz'] ?? 0) * 2.5
