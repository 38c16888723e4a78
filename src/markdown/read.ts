/** A Markdown form as it comes back → what it holds in each place, and what stands outside its answers. */
import { type Entry, tooLong } from '../answers/entry.ts'
import type { Field, Outline } from '../answers/outline.ts'
import { textIn } from '../utf8.ts'
import { Refused } from '../zip/entry.ts'
import { impostor } from '../zip/impostor.ts'
import { readBoxes } from './boxes.ts'
import { type Fence, fencesIn } from './fences.ts'

/** Bytes. The longest answers to the longest form take a tenth of it. */
const longest = 16 * 1024 * 1024

/**
 * The text of a Markdown file, with `\n` at the end of lines.
 * @throws Refused where it is not text in UTF-8, or is larger than a form can be.
 */
export function markdownText(bytes: Uint8Array): string {
  if (bytes.length > longest) throw new Refused('This file is larger than any form. Send the form alone, without anything added to it.')
  const beginning = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(beginning)
  if (!isUtf16 && (otherKind.test(beginning) || bytes.includes(0))) throw impostor(bytes)
  const text = isUtf16 ? undefined : textIn(bytes)
  if (text === undefined) throw new Refused('This text file is not in UTF-8. Save it as UTF-8 in your editor, and send it again.')
  return text
}

/** How files begin that may look like text, and are no Markdown. Others have a zero byte in them, or are no UTF-8. */
const otherKind = /^(?:\xef\xbb\xbf)?\s*(?:\{\\rtf|%pdf|<!doctype html|<html|<\?xml)/i

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

const isSection = (tag: string, { names }: Outline): boolean => tag.includes('.') && names.has(tag.split('.', 1)[0] ?? '')

function entriesOf({ tag, row, content, closed }: Fence, field: Field | undefined): Entry[] {
  const at = row ? { group: row } : {}
  const open = { words: content, unclear: 'The line that ends this answer (```) is missing, so nothing tells where it ends' }
  const odd = tooLong(content) ?? (closed ? undefined : open)
  if (odd) return (field?.boxes.length ? field.boxes : [{ tag }]).map((each) => ({ ...at, ...odd, tag: each.tag }))
  if (!field || field.manner === 'text' || field.manner === 'date') return [{ ...at, tag, words: content }]
  const options = field.manner === 'tick' ? [{ value: 'true', label: field.question.label }] : field.question.options
  const read = readBoxes(content, options) ?? inWords(content, field)
  const besides = {
    ...(read.unclear === undefined ? {} : { unclear: read.unclear }),
    ...(read.beside ? { beside: read.beside } : {}),
  }
  if (field.manner === 'tick') return [{ ...at, ...besides, tag, words: '', ticked: read.ticked.length > 0 }]
  if (field.manner === 'boxes') {
    return field.boxes.map((box, index) => ({
      ...at,
      ...(index ? {} : besides),
      tag: box.tag,
      words: '',
      ticked: read.ticked.includes(box.value),
    }))
  }
  const [chosen, ...more] = read.ticked
  if (more.length) return [{ ...at, ...besides, tag, words: content, unclear: 'More than one box is ticked, and only one can be' }]
  const words = field.question.options.find(({ value }) => value === chosen)?.label ?? ''
  return [{ ...at, ...besides, tag, words, ...(chosen === undefined ? {} : { chosen }) }]
}

/** Choices written as words where the boxes were. */
function inWords(content: string, { kind, question }: Field): { ticked: readonly string[]; beside: string; unclear?: string } {
  if (content.trim() === '') return { ticked: [], beside: '' }
  const value = kind.parse(content, question)
  if (value === undefined || value === true) return { ticked: [], beside: '', unclear: `“${content.trim()}” stands where the boxes were` }
  return { ticked: [value].flat() as string[], beside: '' }
}
