/** Controls of a Word page → what the document holds in each place of a form. */
import { type Entry, tooLong } from '../../answers/entry.ts'
import type { Manner, Outline } from '../../answers/outline.ts'
import { isPrompt, isPromptPart, promptAt, prompts } from '../prompts.ts'
import type { Control, Page } from './controls.ts'
import { pickedWords } from './date-format.ts'
import { type Named, placeOutside } from './loose.ts'
import { saysTicked } from './symbols.ts'

type Content = Omit<Entry, 'tag' | 'group' | 'label'>

/** Every answer of a page, in reading order; controls that have nothing to do with any form are left out. */
export function entriesOf(outline: Outline, { controls, outside }: Page): Entry[] {
  const found = controls.flatMap((control) => {
    const tag = tagFor(control, outline)
    return tag === undefined ? [] : [{ tag, control }]
  })
  const controlled = new Set(found.filter(({ control }) => !control.bare).map(({ tag }) => tag))
  // A bookmark that lost its control to another place is no place, unless somebody wrote there.
  const known = found.filter(({ tag, control }) => !control.bare || control.words.trim() !== '' || !controlled.has(tag))
  const { named, beside } = placeOutside(outline, known, controls, outside)
  const own = ownPrompts(controls)
  return named.map((each) => entryOf(outline, each, beside.get(each.control), own))
}

/** The prompts that this document shows, in a council's own words: where LibreOffice forgot that they are prompts, their words tell. */
const ownPrompts = (controls: readonly Control[]): ReadonlySet<string> =>
  new Set(controls.flatMap(({ prompting, prompt, words }) => (prompting && prompt.trim() === words.trim() ? [words.trim()] : [])))

/** The tag of a control: its own, or, where a program dropped it, that of the bookmark with it. One of an older version stays. */
function tagFor({ tag, bookmark = '' }: Control, { names, places, bookmarks }: Outline): string | undefined {
  if (tag !== undefined && places.has(tag)) return tag
  const marked = bookmarks.get(bookmark.slice(0, 26))
  if (marked !== undefined) return marked
  if (tag === undefined) return bookmark || undefined
  return tag.includes('.') && names.has(tag.split('.', 1)[0] ?? '') ? tag : undefined
}

function entryOf({ places }: Outline, { tag, control }: Named, beside: string | undefined, own: ReadonlySet<string>): Entry {
  const place = places.get(tag)
  const group = groupOf(control, place?.rows?.question.layout === 'table')
  const manner = place?.field.manner
  const isBox = manner ? manner === 'tick' || manner === 'boxes' : control.box !== undefined
  return {
    tag,
    ...(group === undefined ? {} : { group }),
    ...(place ? {} : { label: labelOf(control) }),
    ...(tooLong(control.words) ?? (isBox ? boxContent(control) : contentOf(control, promptOf(manner), own))),
    ...(beside === undefined ? {} : { beside }),
    ...(control.hasMore ? { hasMore: true as const } : {}),
  }
}

/** What a question was called. LibreOffice moves names from control to control, so they count only beside a tag. */
const labelOf = ({ tag, alias }: Control): string => (tag === undefined ? 'A question of another version' : (alias ?? tag))

/** What says which row a control is in: its item; or, where repeating sections are lost, its bookmark's number, or its table row. */
function groupOf({ item, row, tag, bookmark = '' }: Control, inTable: boolean): string | undefined {
  if (item !== undefined) return `item ${item}`
  if (tag === undefined && bookmark) return `bookmark ${bookmark.slice(26)}`
  return inTable && row !== undefined ? `row ${row.number}` : undefined
}

const promptOf = (manner: Manner | undefined): string =>
  manner === 'date' ? prompts.date : manner === 'choice' ? prompts.choice : prompts.text

function contentOf(control: Control, usualPrompt: string, own: ReadonlySet<string>): Content {
  const { tag, words, prompt, prompting, stored, dateFormat, list } = control
  if (isPrompt(words) || words.trim() === '' || (tag === undefined && own.has(words.trim()))) return { words: '' }
  if (prompting) {
    if (prompt.trim() === words.trim()) return { words: '' }
    return { words, unclear: 'Word still takes what is written here for the prompt of an empty box' }
  }
  const [choice, other] = [...new Set(list.filter(({ shown }) => shown.trim() === words.trim()).map(({ value }) => value))]
  if (other !== undefined) return { words, unclear: 'The list has more than one choice of these words' }
  if (choice !== undefined) return choice === '' ? { words: '' } : { words, chosen: choice }
  // Picked, not typed, so there is nothing to guess.
  if (stored && dateFormat && pickedWords(stored, dateFormat) === words.trim()) return { words: stored, stored }
  const left = isPrompt(prompt) ? prompt : promptAt(prompt, usualPrompt)
  const rest = left === undefined ? undefined : withoutPrompt(words.trim(), left.trim())?.trim()
  const promptLeft = rest !== undefined || isPromptPart(prompt)
  return { words: rest ?? words, ...(promptLeft ? { promptLeft: true as const } : {}), ...(stored ? { stored } : {}) }
}

/** What is set counts, and the sign has to agree. Where a program lost the box, its sign alone is left. */
function boxContent({ words, prompting, box }: Control): Content {
  const sign = words.trim()
  if (!box) {
    const ticked = saysTicked(sign)
    return prompting || isPrompt(sign) || ticked !== undefined ? { words: '', ticked: ticked === true } : { words: sign }
  }
  const shown = sign === box.on ? true : sign === box.off ? false : saysTicked(sign)
  if (sign === '' || shown === box.ticked) return { words: '', ticked: box.ticked }
  return { words: '', unclear: `shows ${sign}, but Word holds it as ${box.ticked ? 'ticked' : 'not ticked'}` }
}

/** The words beside a prompt; undefined where the prompt is not at either end. */
function withoutPrompt(words: string, prompt: string): string | undefined {
  if (words.startsWith(prompt)) return words.slice(prompt.length)
  return words.endsWith(prompt) ? words.slice(0, -prompt.length) : undefined
}
