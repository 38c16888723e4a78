/** A Markdown form as it comes back → what it holds in each place, and what stands outside its answers. */
import type { Entry } from '../answers/entry.ts'
import type { Field, Outline } from '../answers/outline.ts'
import { Refused } from '../zip/entry.ts'
import { readBoxes } from './boxes.ts'
import { type Fence, fencesIn } from './fences.ts'

/** Characters. The longest answers to the longest form take a tenth of it. */
const longest = 32 * 1024 * 1024

/**
 * The text of a Markdown file, with `\n` at the end of lines.
 * @throws Refused where it is not text in UTF-8, or is larger than a form can be.
 */
export function markdownText(bytes: Uint8Array): string {
  if (bytes.length > longest) throw new Refused('This file is larger than any form. Send the form alone, without anything added to it.')
  if (bytes.includes(0)) throw new Refused('This is neither a Word file (.docx) nor a text file. Send the form as .docx or .md.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    throw new Refused('This text file is not in UTF-8. Save it as UTF-8 in your editor, and send it again.')
  }
}

/** Every answer, in reading order. Answers to questions of an older version are among them, under their old tags. */
export function entriesIn(text: string, outline: Outline): Entry[] {
  const { fields } = outline
  return fencesIn(text, (tag) => fields.has(tag) || isSection(tag, outline)).flatMap((fence) =>
    entriesOf(fence, fields.get(fence.tag)?.field),
  )
}

/** What is not an answer: where the form says which form it is. */
export function outside(text: string): string {
  const fences = fencesIn(text, () => true)
  return fences.map(({ end }, index) => text.slice(end, fences[index + 1]?.start)).join('\n') || text
}

const isSection = (tag: string, { names }: Outline): boolean => tag.includes('.') && names.has(tag.split('.')[0] ?? '')

function entriesOf({ tag, row, content, closed }: Fence, field: Field | undefined): Entry[] {
  const at = row ? { group: row } : {}
  if (!closed) {
    const unclear = 'The line that ends this answer (```) is missing, so nothing tells where it ends'
    return (field?.boxes.length ? field.boxes : [{ tag }]).map((each) => ({ ...at, tag: each.tag, words: content, unclear }))
  }
  if (!field || field.manner === 'text' || field.manner === 'date') return [{ ...at, tag, words: content }]
  const options = field.manner === 'tick' ? [{ value: 'true', label: field.question.label }] : field.question.options
  const read = readBoxes(content, options) ?? inWords(content, field)
  const odd = {
    ...(read.unclear === undefined ? {} : { unclear: read.unclear }),
    ...(read.beside ? { beside: read.beside } : {}),
  }
  if (field.manner === 'tick') return [{ ...at, ...odd, tag, words: '', ticked: read.ticked.length > 0 }]
  if (field.manner === 'boxes') {
    return field.boxes.map((box, index) => ({
      ...at,
      ...(index ? {} : odd),
      tag: box.tag,
      words: '',
      ticked: read.ticked.includes(box.value),
    }))
  }
  const [chosen, ...more] = read.ticked
  if (more.length) return [{ ...at, ...odd, tag, words: content, unclear: 'More than one box is ticked, and only one can be' }]
  const words = field.question.options.find(({ value }) => value === chosen)?.label ?? ''
  return [{ ...at, ...odd, tag, words, ...(chosen === undefined ? {} : { chosen }) }]
}

/** Choices written as words where the boxes were. */
function inWords(content: string, { kind, question }: Field): { ticked: readonly string[]; beside: string; unclear?: string } {
  if (content.trim() === '') return { ticked: [], beside: '' }
  const value = kind.parse(content, question)
  if (value === undefined || value === true) return { ticked: [], beside: '', unclear: `“${content.trim()}” stands where the boxes were` }
  return { ticked: [value].flat() as string[], beside: '' }
}
