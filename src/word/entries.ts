/** Controls of a Word page → what the document holds in each place of a form. */
import { type Entry, tooLong } from '../answers/entry.ts'
import type { Outline } from '../answers/outline.ts'
import type { Control } from './controls.ts'
import { isPrompt } from './prompts.ts'

/** Every answer of a page, in reading order; controls that have nothing to do with any form are left out. */
export function entriesOf(outline: Outline, controls: readonly Control[]): Entry[] {
  const named = controls.flatMap((control) => {
    const tag = tagFor(control, outline)
    return tag === undefined ? [] : [{ tag, control }]
  })
  const controlled = new Set(named.filter(({ control }) => !control.bare).map(({ tag }) => tag))
  return named
    .filter(({ tag, control }) => !control.bare || !controlled.has(tag))
    .map(({ tag, control }) => entryOf(tag, control, outline.places.get(tag)?.rows?.question.layout === 'table'))
}

/** The tag of a control: its own, or, where a program dropped it, that of the bookmark with it. A tag of an older version stays. */
function tagFor({ tag, bookmark = '' }: Control, { names, places, bookmarks }: Outline): string | undefined {
  if (tag !== undefined && places.has(tag)) return tag
  const marked = bookmarks.get(bookmark.slice(0, 26))
  if (marked !== undefined) return marked
  return tag !== undefined && names.has(tag.split('.', 1)[0] ?? '') ? tag : undefined
}

function entryOf(tag: string, control: Control, inTable: boolean): Entry {
  const group = groupOf(control, inTable)
  return { tag, ...(group === undefined ? {} : { group }), ...contentOf(control) }
}

/** What says which row a control is in: its item; or, where repeating sections are lost, its bookmark's number, or its table row. */
function groupOf({ item, row, tag, bookmark = '' }: Control, inTable: boolean): string | undefined {
  if (item !== undefined) return `item ${item}`
  if (tag === undefined && bookmark) return `bookmark ${bookmark.slice(26)}`
  return inTable && row !== undefined ? `row ${row}` : undefined
}

function contentOf({ words, prompt, prompting, box, stored, list }: Control): Omit<Entry, 'tag' | 'group'> {
  const long = tooLong(words)
  if (long) return long
  if (box) return boxContent(words, box)
  if (/^\s*[☐☒☑]\s*$/.test(words)) return { words: '', ticked: !words.includes('☐') }
  if (isPrompt(words) || words.trim() === '') return { words: '' }
  if (prompting) {
    if (prompt.trim() === words.trim()) return { words: '' }
    return { words, unclear: 'Word still takes what is written here for the prompt of an empty box' }
  }
  const choice = list.find(({ shown }) => shown.trim() === words.trim())
  if (choice) return choice.value === '' ? { words: '' } : { words, chosen: choice.value }
  const rest = isPrompt(prompt) ? withoutPrompt(words, prompt) : undefined
  return { words: rest ?? words, ...(rest === undefined ? {} : { promptLeft: true as const }), ...(stored ? { stored } : {}) }
}

/** What is set counts, and the sign has to agree. */
function boxContent(words: string, { ticked, on, off }: NonNullable<Control['box']>): Omit<Entry, 'tag' | 'group'> {
  const sign = words.trim()
  const shown = sign === on ? true : sign === off ? false : undefined
  if (shown === undefined || shown === ticked) return { words: '', ticked }
  return { words: '', unclear: `shows ${sign}, but Word holds it as ${ticked ? 'ticked' : 'not ticked'}` }
}

/** The words beside a prompt; undefined where the prompt is not at either end. */
function withoutPrompt(words: string, prompt: string): string | undefined {
  if (words.startsWith(prompt)) return words.slice(prompt.length)
  return words.endsWith(prompt) ? words.slice(0, -prompt.length) : undefined
}
