/** Content controls (`w:sdt`): the boxes of the form, each found again by its tag. */
import type { XmlComponent } from 'docx'
import type { Option, Path } from '../form.ts'
import { bookmarkOf, longestTag, tagOf } from '../tag.ts'
import { El, run, valued } from './element.ts'
import { rowSuffix } from './identity.ts'
import { prompts } from './prompts.ts'
import type { Sheet } from './sheet.ts'

/** Which control, and where it stands. */
export interface Name {
  readonly path: Path
  /** The option's value, for one box of a "tick any" list. */
  readonly option?: string
  /** What a screen reader says. */
  readonly alias: string
  /** Row numbers from 1, outermost repeat first; empty outside repeats. */
  readonly rows: readonly number[]
}

/** One or several lines of text. */
export function textControl(
  sheet: Sheet,
  name: Name,
  looks: { readonly multiLine?: boolean; readonly room?: number; readonly calculated?: boolean } = {},
): XmlComponent[] {
  const words = looks.calculated ? prompts.calculated : prompts.text
  // Several lines are formatted text to Word: LibreOffice 7.4 moves every line break of a plain control to its front.
  const kind = new El(looks.multiLine ? 'w:richText' : 'w:text')
  // The empty lines give a pen room to write, and go with the prompt at the first key.
  const prompt = words + '\n'.repeat(looks.room ?? 0)
  return inline(sheet, name, kind, prompt, looks.calculated)
}

/** A date, picked or typed, "d MMMM yyyy". */
export function dateControl(sheet: Sheet, name: Name): XmlComponent[] {
  const kind = new El('w:date', {}, [
    valued('w:dateFormat', 'd MMMM yyyy'),
    valued('w:lid', 'en-GB'),
    valued('w:storeMappedDataAs', 'date'),
    valued('w:calendar', 'gregorian'),
  ])
  return inline(sheet, name, kind, prompts.date)
}

/** A list to choose one from. Its first line, which has no value, takes a choice back. */
export function choiceControl(sheet: Sheet, name: Name, options: readonly Option[]): XmlComponent[] {
  const lines = [{ label: prompts.choice, value: '' }, ...options].map(
    ({ label, value }) => new El('w:listItem', { 'w:displayText': label, 'w:value': value }),
  )
  return inline(sheet, name, new El('w:dropDownList', {}, lines), prompts.choice)
}

/** A box to tick. */
export function tickControl(sheet: Sheet, name: Name): XmlComponent[] {
  const state = (element: string, code: string): El => new El(element, { 'w14:val': code, 'w14:font': boxFont })
  const kind = new El('w14:checkbox', {}, [
    new El('w14:checked', { 'w14:val': 0 }),
    state('w14:checkedState', '2612'),
    state('w14:uncheckedState', '2610'),
  ])
  const font = new El('w:rFonts', {
    'w:ascii': boxFont,
    'w:eastAsia': boxFont,
    'w:hAnsi': boxFont,
    'w:hint': 'eastAsia',
  })
  return control(sheet, name, kind, [run('☐', [font])])
}

const boxFont = 'MS Gothic'

/**
 * A repeat: Word shows “+” after each of its rows.
 * @param items One list of blocks, or one table row, for each blank row.
 */
export function repeatControl(sheet: Sheet, name: Name, items: readonly (readonly XmlComponent[])[]): El {
  const properties = [...named(name), valued('w:id', sheet.controlId(`${tagFor(name)}${rowSuffix(name.rows)}`))]
  const section = new El('w15:repeatingSection', {}, [valued('w15:sectionTitle', shortened(name.alias))])
  const rows = items.map((blocks, index) => {
    const id = sheet.controlId(`${tagFor(name)}#${[...name.rows, index + 1].join('.')}`)
    return sdt([valued('w:id', id), new El('w15:repeatingSectionItem')], blocks)
  })
  return sdt([...properties, section], rows)
}

/** A control that shows its prompt until somebody answers. */
function inline(sheet: Sheet, name: Name, kind: El, prompt: string, locked = false): XmlComponent[] {
  const content = [run(prompt, [valued('w:rStyle', 'PlaceholderText')])]
  return control(sheet, name, kind, content, { prompting: true, locked })
}

function control(
  sheet: Sheet,
  name: Name,
  kind: El,
  content: readonly XmlComponent[],
  state: { readonly prompting?: boolean; readonly locked?: boolean } = {},
): XmlComponent[] {
  const suffix = rowSuffix(name.rows)
  const id = sheet.controlId(`${tagFor(name)}${suffix}`)
  const properties = [
    ...named(name),
    valued('w:id', id),
    ...lockOf(name.rows.length > 0, state.locked === true),
    ...(state.prompting ? [new El('w:showingPlcHdr')] : []),
    kind,
  ]
  return sheet.bookmark(`${bookmarkOf(tagFor(name))}${suffix}`, [sdt(properties, content)])
}

/** Nobody deletes a question by accident, but a whole row may go: locked controls would stop that. */
function lockOf(inRepeat: boolean, locked: boolean): El[] {
  if (inRepeat) return locked ? [valued('w:lock', 'contentLocked')] : []
  return [valued('w:lock', locked ? 'sdtContentLocked' : 'sdtLocked')]
}

const sdt = (properties: readonly XmlComponent[], content: readonly XmlComponent[]): El =>
  new El('w:sdt', {}, [new El('w:sdtPr', {}, properties), new El('w:sdtContent', {}, content)])

const named = (name: Name): El[] => [valued('w:alias', shortened(name.alias)), valued('w:tag', tagFor(name))]

function tagFor({ path, option }: Name): string {
  const tag = tagOf(path, option)
  if (tag.length > longestTag) throw new Error(`Bug: the tag ${tag} is longer than ${longestTag} characters`)
  return tag
}

/** Word keeps at most 64 characters of a control's title. Whole characters, so that no emoji is cut in two. */
function shortened(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  if (line.length <= 64) return line
  let short = ''
  for (const character of line) {
    if (short.length + character.length > 63) break
    short += character
  }
  return `${short}…`
}
