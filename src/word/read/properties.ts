/** What a content control says of itself in its properties (`w:sdtPr`, ISO/IEC 29500-1 section 17.5.2). */
import { symbol } from './symbols.ts'

export interface ControlProperties {
  /** Undefined where a program dropped it. */
  tag?: string
  /** What Word and screen readers call it. */
  alias?: string
  /** True where Word takes the content for a prompt. */
  prompting: boolean
  /** For a check box: what is set, and the signs for ticked and not ticked. */
  box?: { ticked: boolean; on: string; off: string }
  /** The day a date picker holds, ISO 8601. */
  stored?: string
  /** How a date that is picked is written: `d MMMM yyyy`. */
  dateFormat?: string
  /** The choices of a drop-down list. */
  readonly list: { readonly value: string; readonly shown: string }[]
  /** True where it is only a frame around others. */
  frame: boolean
  /** True for one item of a repeating section. */
  isItem: boolean
}

const frames = new Set(['w15:repeatingSection', 'w15:repeatingSectionItem', 'w:group', 'w:docPartObj', 'w:docPartList', 'w:picture'])

/** Takes one property over. */
export function setProperty(control: ControlProperties, name: string, attributes: Readonly<Record<string, string>>): void {
  const value = attributes['w:val'] ?? ''
  if (frames.has(name)) control.frame = true
  if (name === 'w15:repeatingSectionItem') control.isItem = true
  else if (name === 'w:tag' && value !== '') control.tag = value
  else if (name === 'w:alias') control.alias = value
  else if (name === 'w:dateFormat') control.dateFormat = value
  else if (name === 'w:showingPlcHdr') control.prompting = !isOff(value)
  else if (name === 'w:date' && attributes['w:fullDate']) control.stored = attributes['w:fullDate'].slice(0, 10)
  else if (name === 'w:listItem')
    control.list.push({ value: attributes['w:value'] ?? '', shown: attributes['w:displayText'] ?? attributes['w:value'] ?? '' })
  else if (name === 'w14:checkbox') control.box = { ticked: false, on: '☒', off: '☐' }
  else if (control.box) {
    const setting = attributes['w14:val'] ?? ''
    if (name === 'w14:checked') control.box.ticked = !isOff(setting)
    else if (name === 'w14:checkedState') control.box.on = symbol(setting, attributes['w14:font']) || control.box.on
    else if (name === 'w14:uncheckedState') control.box.off = symbol(setting, attributes['w14:font']) || control.box.off
  }
}

const isOff = (value: string): boolean => ['0', 'false', 'off'].includes(value)
