/** One content control of a template as holes in its text, so that an answer can be put in and everything a council changed stays. */
import type { Answer } from '../../answers/answers.ts'
import { aroundRun, runText } from './runs.ts'
import { child, descendants, openTag, rawOf, wordValue, type XmlElement } from './xml-tree.ts'

/** What can be put in: text (formatted or not), a date, a choice, a tick. */
export type SlotKind = 'text' | 'date' | 'dropDown' | 'checkbox'

/** A stretch of the template that an answer replaces. */
export interface Hole {
  readonly slot: SlotKind
  readonly tag: string
  /** What the template has there. */
  readonly blank: string
  /** True for the words of the control; its other holes are about it. */
  readonly isContent: boolean
  /** What stands there once there is an answer, whatever it is; and, between, what it says: nothing for a tick. */
  readonly lead: string
  readonly tail: string
  readonly says: ((answer: Answer) => string) | undefined
}

/** Text that stays, or a place for answers. */
export type Piece = string | Hole | Repeat

/** A repeating section. It prints `item` for each row that was answered; without any, one blank item and the template's other blank rows. */
export interface Repeat {
  readonly slot: 'repeat'
  readonly tag: string
  readonly item: readonly (string | Hole)[]
  readonly blankRows: string
}

/** A hole with its place in the text. */
export interface PlacedHole extends Hole {
  readonly start: number
  readonly end: number
}

/** What kind of answer a control takes; undefined for other controls, such as groups and pictures. */
export function slotKind(sdt: XmlElement): SlotKind | undefined {
  const properties = child(sdt, 'w:sdtPr')
  const has = (name: string): boolean => child(properties, name) !== undefined
  if (has('w:date')) return 'date'
  if (has('w:dropDownList') || has('w:comboBox')) return 'dropDown'
  if (has('w14:checkbox')) return 'checkbox'
  if (has('w:text')) return 'text'
  // A control with no kind holds formatted text, or else is a frame around other controls.
  if (otherKinds.some(has)) return undefined
  return [...descendants(sdt)].some(({ name }) => name === 'w:sdt' || name === 'w:tbl') ? undefined : 'text'
}

const otherKinds = [
  'w:picture',
  'w:group',
  'w:docPartObj',
  'w:docPartList',
  'w:citation',
  'w:bibliography',
  'w:equation',
  'w15:repeatingSection',
  'w15:repeatingSectionItem',
]

/** The holes of a control, in the order of the text: that it shows a prompt, what is recorded of a date or tick, and its content. */
export function holesOf(xml: string, sdt: XmlElement, slot: SlotKind, tag: string): PlacedHole[] {
  const properties = child(sdt, 'w:sdtPr')
  const content = child(sdt, 'w:sdtContent')
  if (!properties || !content) throw new Error(`The control ${tag} has no content in the Word file`)
  const hole: Cut = (start, end, says, around = {}) => ({
    slot,
    tag,
    blank: xml.slice(start, end),
    isContent: false,
    lead: '',
    tail: '',
    says,
    start,
    end,
    ...around,
  })
  const prompt = child(properties, 'w:showingPlcHdr')
  const holes = [
    ...(prompt ? [hole(prompt.start, prompt.end, undefined)] : []),
    ...stampOf(xml, properties, hole),
    contentOf(xml, properties, content, slot, hole),
  ]
  return holes.sort((a, b) => a.start - b.start)
}

type Around = Partial<Pick<Hole, 'isContent' | 'lead' | 'tail'>>
type Cut = (start: number, end: number, says: Hole['says'], around?: Around) => PlacedHole

/** Where a date or a tick is recorded. */
function stampOf(xml: string, properties: XmlElement, cut: Cut): PlacedHole[] {
  const date = child(properties, 'w:date')
  if (date) {
    const [attribute = ''] = /\s+w:fullDate="[^"]*"/.exec(xml.slice(date.start, date.inside)) ?? []
    const start = attribute ? xml.indexOf(attribute, date.start) : date.start + '<w:date'.length
    return [cut(start, start + attribute.length, ({ value }) => value, { lead: ' w:fullDate="', tail: 'T00:00:00Z"' })]
  }
  const box = child(properties, 'w14:checkbox')
  if (!box) return []
  const checked = child(box, 'w14:checked')
  const ticked = '<w14:checked w14:val="1"/>'
  if (checked) return [cut(checked.start, checked.end, undefined, { lead: ticked })]
  if (box.inside !== box.end) return [cut(box.inside, box.inside, undefined, { lead: ticked })]
  return [cut(box.start, box.end, undefined, { lead: `${openTag(xml, box)}${ticked}</w14:checkbox>` })]
}

/** The words of the control. The paragraph or cell they stand in stays, and so do bookmarks. */
function contentOf(xml: string, properties: XmlElement, content: XmlElement, slot: SlotKind, cut: Cut): PlacedHole {
  const format = formatOf(xml, properties, content, slot)
  const sign = signOf(properties)
  const shown = new Map(listOf(properties))
  const run = aroundRun(format)
  // A council may have reworded the choices in its template.
  const says: Hole['says'] =
    slot === 'checkbox' ? undefined : ({ value, words }) => runText(slot === 'dropDown' ? (shown.get(value) ?? words) : words)
  const around = (before: string, after: string): Around =>
    slot === 'checkbox'
      ? { isContent: true, lead: `${before}${run.lead}${sign}${run.tail}${after}` }
      : { isContent: true, lead: `${before}${run.lead}`, tail: `${run.tail}${after}` }
  if (content.inside === content.end) return cut(content.start, content.end, says, around(openTag(xml, content), '</w:sdtContent>'))
  const cell = child(content, 'w:tc')
  const block = child(cell ?? content, 'w:p')
  const open = block && block.inside !== block.end
  const start = open ? (child(block, 'w:pPr')?.end ?? block.inside) : block ? block.start : content.inside
  const kept = [...descendants(content)]
    .filter((mark) => /^w:bookmark(Start|End)$/.test(mark.name) && mark.start >= start)
    .map((mark) => rawOf(xml, mark))
    .join('')
  const lead = block && !open ? openTag(xml, block) : ''
  const tail = `${block ? '</w:p>' : ''}${cell ? '</w:tc>' : ''}`
  return cut(start, content.closing, says, around(lead + kept, tail))
}

/** The format a council gave the control, or else its text; the grey of the prompt is not one. */
function formatOf(xml: string, properties: XmlElement, content: XmlElement, slot: SlotKind): string {
  const given = child(properties, 'w:rPr')
  const run = [...descendants(content)].find(({ name }) => name === 'w:r')
  const written = child(run, 'w:rPr')
  if (slot === 'checkbox') return boxFormat(xml, properties, written ?? given)
  if (given) return rawOf(xml, given)
  return written && !child(properties, 'w:showingPlcHdr') ? rawOf(xml, written) : ''
}

/** The box's own format, in the font that has its sign. */
function boxFormat(xml: string, properties: XmlElement, format: XmlElement | undefined): string {
  const font = child(child(properties, 'w14:checkbox'), 'w14:checkedState')?.attributes['w14:font'] ?? 'MS Gothic'
  const name = font.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const fonts = `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:hint="eastAsia"/>`
  const kept = (format?.children ?? []).filter((each) => each.name !== 'w:rFonts')
  const styled = kept[0]?.name === 'w:rStyle' ? 1 : 0
  const raw = kept.map((each) => rawOf(xml, each))
  return `<w:rPr>${raw.slice(0, styled).join('')}${fonts}${raw.slice(styled).join('')}</w:rPr>`
}

function signOf(properties: XmlElement): string {
  const code = child(child(properties, 'w14:checkbox'), 'w14:checkedState')?.attributes['w14:val'] ?? '2612'
  return String.fromCodePoint(Number.parseInt(code, 16))
}

function listOf(properties: XmlElement): [string, string][] {
  const list = child(properties, 'w:dropDownList') ?? child(properties, 'w:comboBox')
  return (list?.children ?? []).map(({ attributes }) => {
    const value = attributes['w:value'] ?? ''
    return [value, attributes['w:displayText'] ?? value]
  })
}

/** A control's tag. */
export const tagOn = (sdt: XmlElement): string | undefined => wordValue(child(sdt, 'w:sdtPr'), 'w:tag')
