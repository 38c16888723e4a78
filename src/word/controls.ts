/** A Word page → its content controls, as people and programs leave them: split runs, tracked changes, lost tags, cloned rows. */
import { Refused } from '../zip/entry.ts'
import { bookmarks } from './bookmarks.ts'
import { readXml } from './events.ts'
import { type ControlProperties, setProperty } from './properties.ts'

/** A control with what is written in it. */
export interface Control extends Readonly<ControlProperties> {
  /** The bookmark around it or in it, by which it is known where the tag is lost. */
  readonly bookmark?: string
  readonly words: string
  /** What of the words is in the style of prompts. */
  readonly prompt: string
  /** The item of a repeating section that it stands in, counted through the page. */
  readonly item: number | undefined
  /** The table row that it stands in, counted through the page. */
  readonly row: number | undefined
  /** True for bookmarked words that are in no control any more. */
  readonly bare: boolean
}

export interface Page {
  /** In reading order. */
  readonly controls: readonly Control[]
  /** Insertions, deletions and moves that are neither accepted nor rejected. */
  readonly changes: number
}

/** A control while its content is read. */
type Growing = { -readonly [Key in keyof Control]: Control[Key] } & {
  /** Paragraphs that ended inside it since its last words. */
  ended: number
}

/** Controls and bookmarks, and characters in them. The longest example has a fortieth of the places; no form has a tenth of the words. */
const mostPlaces = 100_000
const mostWords = 32 * 1024 * 1024

/** Text that is gone once all changes are accepted, or is there twice. */
const unseen = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rt'])
const changed = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])
const characters: ReadonlyMap<string, string> = new Map([
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:tab', '\t'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00AD'],
])
const ours = /^q_[0-9a-f]{24}/

/**
 * Reads every control of a page.
 * @throws Refused where the part cannot be read, is not safe to read, or holds more than any form.
 */
export function controlsIn(part: Uint8Array): Page {
  const controls: Growing[] = []
  const open: Growing[] = []
  const marks = bookmarks<Growing>()
  const rows: number[] = []
  const items: number[] = []
  /** How many elements of these names are open, and how many whose words do not count. */
  const within = { 'w:sdtPr': 0, 'w:r': 0, 'w:t': 0, 'w:tabs': 0 }
  let hidden = 0
  let rowCount = 0
  let itemCount = 0
  let changes = 0
  let prompting = false

  let places = 0
  let words = 0
  const count = (morePlaces: number, moreWords: number): void => {
    places += morePlaces
    words += moreWords
    if (places > mostPlaces || words > mostWords)
      throw new Refused('The file holds more answers than any form can. It may be meant to do harm, so it was not read.')
  }
  const fresh = (bare: boolean): Growing => ({
    words: '',
    prompt: '',
    prompting: false,
    list: [],
    item: items.at(-1),
    row: rows.at(-1),
    bare,
    frame: false,
    isItem: false,
    ended: 0,
  })
  const add = (control: Growing, text: string, prompting: boolean): void => {
    count(0, text.length + control.ended)
    append(control, text, prompting)
  }
  const write = (text: string): void => {
    if (text === '') return
    const inner = open.at(-1)
    if (inner) add(inner, text, prompting)
    marks.write(text, prompting)
  }

  const startBookmark = (id: string, name: string): void => {
    if (!ours.test(name)) return
    const inner = open.at(-1)
    // LibreOffice moves the start of a bookmark into the control it was around.
    if (inner && !inner.words) inner.bookmark ??= name
    count(1, 0)
    marks.start(id, { ...fresh(true), bookmark: name })
  }
  const endBookmark = (id: string): void => {
    const content = marks.end(id)
    if (content) controls.push(content)
  }
  const endControl = (control: Growing): void => {
    if (control.isItem) items.pop()
    const outer = open.at(-1)
    if (!control.frame) control.bookmark ??= marks.innermost() ?? ''
    const named = !control.frame && (control.tag !== undefined || control.bookmark !== '')
    if (named) {
      controls.push(control)
      marks.takeAll()
      // A control without a tag around named ones is a frame that somebody put there.
      for (const each of open) if (each.tag === undefined) each.frame = true
    }
    if (outer && !outer.frame) add(outer, control.words, false)
  }

  const begin = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const inner = open.at(-1)
    if (name === 'w:sdt') {
      count(1, 0)
      open.push(fresh(false))
    } else if (name === 'w:tr') rows.push(++rowCount)
    else if (name === 'w:bookmarkStart') startBookmark(attributes['w:id'] ?? '', attributes['w:name'] ?? '')
    else if (name === 'w:bookmarkEnd') endBookmark(attributes['w:id'] ?? '')
    else if (inner && within['w:sdtPr']) {
      setProperty(inner, name, attributes)
      if (name === 'w15:repeatingSectionItem') items.push(++itemCount)
    } else if (within['w:r'] && !hidden) {
      if (name === 'w:rStyle') prompting = attributes['w:val'] === 'PlaceholderText'
      // Among the properties of a paragraph, `w:tab` is a tab stop.
      else if (characters.has(name) && !within['w:tabs']) write(characters.get(name) ?? '')
      else if (name === 'w:sym') write(symbol(attributes['w:char'] ?? ''))
    }
  }
  const end = (name: string): void => {
    if (name === 'w:tr') rows.pop()
    else if (name === 'w:r') prompting = false
    else if (name === 'w:p') {
      for (const each of open) each.ended++
      marks.endParagraph()
    } else if (name === 'w:sdt') {
      const control = open.pop()
      if (control) endControl(control)
    }
  }

  readXml(part, {
    open(name, attributes) {
      if (unseen.has(name)) hidden++
      if (changed.has(name)) changes++
      if (Object.hasOwn(within, name)) within[name as keyof typeof within]++
      begin(name, attributes)
    },
    text(text) {
      if (within['w:t'] && !hidden) write(text)
    },
    close(name) {
      end(name)
      if (Object.hasOwn(within, name)) within[name as keyof typeof within]--
      if (unseen.has(name)) hidden--
    },
  })
  count(0, marks.finish())
  return { controls, changes }
}

/** Adds text, on a new line for each paragraph that ended before it. */
function append(control: Growing, text: string, prompting: boolean): void {
  if (text === '') return
  control.words += '\n'.repeat(control.ended) + text
  control.ended = 0
  if (prompting) control.prompt += text
}

/** The character of a symbol font: Word moves them to U+F000 and up. */
function symbol(code: string): string {
  const point = Number.parseInt(code, 16)
  return Number.isNaN(point) || point < 0 || point > 0xffff ? '' : String.fromCodePoint(point >= 0xf000 ? point - 0xf000 : point)
}
