/** One content control of a template, cut so that an answer can be put in and everything a council changed stays. */
import { child, descendants, openTag, rawOf, wordValue, type XmlElement } from './xml-tree.ts'

/** What can be put in: text (formatted or not), a date, a choice, a tick. */
export type SlotKind = 'text' | 'date' | 'dropDown' | 'checkbox'

/** A control as text: filled, it is `opening`, a stamp, `middle`, runs and `closing`. */
export interface Slot {
  readonly slot: SlotKind
  readonly tag: string
  /** The control as the template has it. */
  readonly blank: string
  readonly opening: string
  readonly middle: string
  readonly closing: string
  /** Run properties of what is put in. */
  readonly format: string
  /** The sign that shows a tick. */
  readonly sign: string
  /** What the list of a drop-down shows for each of its values. */
  readonly shown: ReadonlyMap<string, string>
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

/** Cuts a control. */
export function slotOf(xml: string, sdt: XmlElement, slot: SlotKind, tag: string): Slot {
  const properties = child(sdt, 'w:sdtPr')
  const content = child(sdt, 'w:sdtContent')
  if (!properties || !content) throw new Error(`The control ${tag} has no content in the Word file`)
  const [opening = '', middle = ''] = unanswered(xml, sdt, properties, content).split(hole)
  const { head, tail } = edges(xml, content)
  const after = xml.slice(content.end, sdt.end)
  return {
    slot,
    tag,
    blank: rawOf(xml, sdt),
    // Without a hole in its properties, a control is filled between `middle` and `closing` alone.
    opening: middle ? opening : '',
    middle: `${middle || opening}${head}`,
    closing: `${tail}</w:sdtContent>${after}`,
    format: formatOf(xml, properties, content, slot),
    sign: signOf(properties),
    shown: new Map(listOf(properties)),
  }
}

/** Stands where a date or tick is recorded; no XML contains it. */
const hole = '\u0000'

/** From the start of the control to its content, with no prompt, and a hole for the stamp. */
function unanswered(xml: string, sdt: XmlElement, properties: XmlElement, content: XmlElement): string {
  const changes: { start: number; end: number; text: string }[] = []
  const prompt = child(properties, 'w:showingPlcHdr')
  if (prompt) changes.push({ start: prompt.start, end: prompt.end, text: '' })
  const date = child(properties, 'w:date')
  if (date) {
    const tag = xml.slice(date.start, date.inside).replace(/\s+w:fullDate="[^"]*"/, '')
    changes.push({ start: date.start, end: date.inside, text: tag.replace('<w:date', `<w:date${hole}`) })
  }
  const box = child(properties, 'w14:checkbox')
  const checked = child(box, 'w14:checked')
  if (checked) changes.push({ start: checked.start, end: checked.end, text: hole })
  else if (box) changes.push({ start: box.start, end: box.inside, text: `${openTag(xml, box)}${hole}` })
  let text = ''
  let at = sdt.start
  for (const change of changes.sort((a, b) => a.start - b.start)) {
    text += xml.slice(at, change.start) + change.text
    at = change.end
  }
  return `${text}${xml.slice(at, content.start)}${openTag(xml, content)}`
}

/** What of the content stays around the answer: the paragraph, or the cell, and any bookmarks. */
function edges(xml: string, content: XmlElement): { head: string; tail: string } {
  const marks = [...descendants(content)].filter(({ name }) => /^w:bookmark(Start|End)$/.test(name))
  const kept = marks.map((mark) => rawOf(xml, mark)).join('')
  const cell = child(content, 'w:tc')
  const block = child(cell ?? content, 'w:p')
  if (!block) return { head: kept, tail: '' }
  const properties = child(block, 'w:pPr')
  const paragraph = `${openTag(xml, block)}${properties ? rawOf(xml, properties) : ''}${kept}`
  if (!cell) return { head: paragraph, tail: '</w:p>' }
  return { head: `${xml.slice(cell.start, block.start)}${paragraph}`, tail: '</w:p></w:tc>' }
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
