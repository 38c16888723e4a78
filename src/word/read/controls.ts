/** A Word page → its content controls, as people and programs leave them: split runs, tracked changes, lost tags, cloned rows. */
import { Refused } from '../../zip/entry.ts'
import { bookmarks } from './bookmarks.ts'
import { changed, characters, meaning, notWords } from './elements.ts'
import { readXml } from './events.ts'
import { collector, type Outside } from './outside.ts'
import { type ControlProperties, setProperty } from './properties.ts'
import { type Row, spots } from './spots.ts'
import { symbol } from './symbols.ts'

/** A control with what is written in it. */
export interface Control extends Readonly<ControlProperties> {
  /** The bookmark around it or in it, by which it is known where the tag is lost. */
  readonly bookmark?: string
  readonly words: string
  /** What of the words is in the style of prompts. */
  readonly prompt: string
  /** The item of a repeating section that it stands in, counted through the page. */
  readonly item: number | undefined
  /** The table row that it stands in, and the cell of it, counted from 1. */
  readonly row: Row | undefined
  readonly cell: number
  /** The paragraph it begins in, counted through the page. */
  readonly paragraph: number
  /** True where it holds a picture, or something else that is not words. */
  readonly hasMore: boolean
  /** True for bookmarked words that are in no control any more. */
  readonly bare: boolean
}

export interface Page {
  /** In reading order. */
  readonly controls: readonly Control[]
  /** What people wrote beside them. */
  readonly outside: readonly Outside[]
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

const ours = /^q_[0-9a-f]{24}/

/**
 * Reads every control of a page.
 * @throws Refused where the part cannot be read, is not safe to read, or holds more than any form.
 */
export function controlsIn(part: Uint8Array): Page {
  const controls: Growing[] = []
  const open: Growing[] = []
  const marks = bookmarks<Growing>()
  const items: number[] = []
  const spot = spots()
  const outside = collector<Growing>()
  /** How many elements that mean this are open. */
  const within = { hidden: 0, former: 0, properties: 0, run: 0, text: 0, tabStops: 0 }
  let itemCount = 0
  let changes = 0
  let prompting = false
  /** True where what is not words turned out to be a box of them. */
  let boxed = false

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
    row: spot.row,
    cell: spot.row?.cells ?? 0,
    paragraph: spot.paragraph?.number ?? 0,
    hasMore: false,
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
    const { paragraph } = spot
    if (!outside.wants(paragraph) || open.some(isNamed)) return
    outside.add(text, controls.length, paragraph, spot.row, holders())
  }
  /** What the words here may turn out to belong to. */
  const holders = (): Growing[] => [...open, ...[marks.innermost() ?? []].flat()]

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
    if (content && !spot.row?.gone) controls.push(content)
  }
  const endControl = (control: Growing): void => {
    if (control.isItem) items.pop()
    const outer = open.at(-1)
    if (!control.frame) control.bookmark ??= marks.innermost()?.bookmark ?? ''
    // Once all changes are accepted, it is gone.
    if (within.hidden || spot.row?.gone) return
    if (isNamed(control)) {
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
    } else if (name === 'w:bookmarkStart') startBookmark(attributes['w:id'] ?? '', attributes['w:name'] ?? '')
    else if (name === 'w:bookmarkEnd') endBookmark(attributes['w:id'] ?? '')
    else if (inner && within.properties) {
      setProperty(inner, name, attributes)
      if (name === 'w15:repeatingSectionItem') items.push(++itemCount)
    } else if (within.hidden) return
    else if (notWords.has(name)) boxed = false
    else if (name === 'w:txbxContent') boxed = true
    else if (within.run && !within.former) {
      if (name === 'w:rStyle') prompting = attributes['w:val'] === 'PlaceholderText'
      // Among the properties of a paragraph, `w:tab` is a tab stop.
      else if (characters.has(name) && !within.tabStops) write(characters.get(name) ?? '')
      else if (name === 'w:sym') write(symbol(attributes['w:char'] ?? '', attributes['w:font']))
    }
  }
  const end = (name: string): void => {
    if (name === 'w:r') prompting = false
    else if (name === 'w:p' && !spot.paragraph?.joined) {
      for (const each of open) each.ended++
      marks.endParagraph()
    } else if (notWords.has(name) && !boxed && !within.hidden) for (const each of holders()) each.hasMore = true
    else if (name === 'w:sdt') {
      const control = open.pop()
      if (control) endControl(control)
    }
  }

  readXml(part, {
    open(name, attributes) {
      spot.open(name, attributes)
      if (changed.has(name)) changes++
      const means = meaning.get(name)
      if (means) within[means]++
      begin(name, attributes)
    },
    text(text) {
      if (within.text && !within.hidden) write(text)
    },
    close(name) {
      end(name)
      spot.close(name)
      const means = meaning.get(name)
      if (means) within[means]--
    },
  })
  count(0, marks.finish())
  const kept = new Set(controls)
  return { controls, outside: outside.all((each) => kept.has(each)), changes }
}

const isNamed = ({ frame, tag, bookmark }: Growing): boolean => !frame && (tag !== undefined || (bookmark ?? '') !== '')

/** Adds text, on a new line for each paragraph that ended before it. */
function append(control: Growing, text: string, prompting: boolean): void {
  if (text === '') return
  control.words += '\n'.repeat(control.ended) + text
  control.ended = 0
  if (prompting) control.prompt += text
}
