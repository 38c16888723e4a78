/** What a filled form must say: the words of every answer, in the order of the page. Written without the code that is measured. */
import { strFromU8, unzipSync } from 'fflate'
import type { Form, Question } from '../../src/form.ts'
import { isSingle, kindOf } from '../../src/kinds/index.ts'
import { questionsOf } from '../../src/questions.ts'
import { type Fields, fieldsOf } from './fields.ts'

/** The words of every answer of a record, ticks aside, in the order in which the form asks. */
export const wordsOf = (form: Form, record: Fields): string[] =>
  questionsOf(form.sections).flatMap((question) => words(question, valueAt(record, question.path)))

const valueAt = (record: Fields, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => fieldsOf(value)[key], record)

function words(question: Question, value: unknown): string[] {
  if (value === undefined) return []
  const kind = kindOf(question)
  if (!isSingle(kind)) {
    const rows = kind.control === 'items' ? (value as unknown[]) : [value]
    return rows.flatMap((row) =>
      question.parts.flatMap((part) => words(part, fieldsOf(row)[part.path.slice(part.path.lastIndexOf('/') + 1)])),
    )
  }
  const boxes = !question.calculated && (kind.control === 'tick' || kind.control === 'pickMany')
  return boxes ? [] : [kind.format(value, question)]
}

/**
 * Holds the text of a document to the words it must say.
 * @returns The first answer that is not there, or not where it belongs; undefined where all are.
 */
export function missing(text: string, expected: readonly string[]): string | undefined {
  const page = plain(text)
  let at = 0
  for (const answer of expected) {
    const found = page.indexOf(plain(answer), at)
    if (found < 0) return `its output lacks “${plain(answer).slice(0, 60)}”`
    at = found + plain(answer).length
  }
  return undefined
}

/** Line breaks, tabs and spaces are laid out by each library in its own way. */
const plain = (text: string): string => text.replace(/\s+/g, '')

/** The text of a Word file's page. */
export const textOfDocx = (docx: Uint8Array): string => textOfMarkup(strFromU8(partOf(docx)))

/** The XML of a Word file's page. */
export function partOf(docx: Uint8Array): Uint8Array {
  const part = unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']
  if (!part) throw new Error('its output is no Word file')
  return part
}

/** The text between the tags of XML or HTML. */
export function textOfMarkup(markup: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return markup.replace(/<[^>]*>/g, '').replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return name ? (named[name] ?? whole) : String.fromCodePoint(code)
  })
}
