/** A document and a draft → plain mdast: every question with its answer in a fence that says which question it answers. */
import type { BlockContent, Code, DefinitionContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { answerAt, rowCount } from '../answer.ts'
import type { Draft, Option, Path, Question } from '../form.ts'
import { isSingle, kindOf } from '../kinds/index.ts'
import { tagOf } from '../tag.ts'
import { afterLabel, capital, choicesOf, type KeyLine, keyOf, whenWords } from './key.ts'
import { inlineOf, parseMarkdown } from './markdown.ts'
import type { Document } from './nodes.ts'

type Block = BlockContent | DefinitionContent

interface Page {
  readonly draft: Draft
  /** The row of each repeat around the question. */
  readonly rows: readonly number[]
  /** Heading level above the question. */
  readonly depth: number
  /** True inside rows: the key above them has said what each part wants. */
  readonly keyed?: true
}

/**
 * Writes a draft into a document. `{}` gives the blank form.
 * @param notes Why the recording is good, by path; printed after the question.
 */
export function withAnswers(document: Document, draft: Draft, notes: ReadonlyMap<Path, string> = new Map()): Document {
  const children = document.children.flatMap((node): RootContent[] => {
    if (node.type !== 'formQuestion') return [node]
    const note = notes.get(node.question.path)
    const page = { draft, rows: [], depth: node.depth }
    return [...asked(node.question, page), ...(note ? [noteBlock(note)] : [])]
  })
  return { type: 'root', children }
}

/** A question with its label, its words and its answer. */
function asked(question: Question, page: Page): Block[] {
  const kind = kindOf(question)
  const words = page.keyed
    ? []
    : [
        ...prose(question.hint),
        ...whenWords(question).flatMap(prose),
        ...choiceList(choicesOf(question).listed.filter(({ description }) => description)),
      ]
  const label = paragraph({ type: 'strong', children: [{ type: 'text', value: question.label }] })
  switch (kind.control) {
    case 'tick':
      return [...words, answerFence(question, page)]
    case 'words':
      return [
        label,
        ...words,
        ...question.parts.flatMap((part, index) => (index ? [caption(part), answerFence(part, page)] : [answerFence(part, page)])),
      ]
    case 'parts':
      return [label, ...words, ...question.parts.flatMap((part) => asked(part, page))]
    case 'rows':
      return [label, ...words, ...keyList(keyOf(question)), ...question.parts.flatMap((row) => gridRow(row, page))]
    case 'items': {
      const count = rowCount(page.draft, question.path) || (question.blankRows ?? 1)
      const rows = Array.from({ length: count }, (_, row) => item(question, page, row))
      return [label, ...words, ...keyList(keyOf(question)), ...rows.flat()]
    }
    default:
      return [label, ...words, answerFence(question, page)]
  }
}

function gridRow(row: Question, page: Page): Block[] {
  const depth = Math.min(page.depth + 1, 6) as 2 | 3 | 4 | 5 | 6
  const heading: Block = { type: 'heading', depth, children: [{ type: 'text', value: row.label }] }
  return [heading, ...prose(row.hint), ...row.parts.flatMap((part) => asked(part, { ...page, depth, keyed: true }))]
}

function item(question: Question, page: Page, row: number): Block[] {
  const title = `${capital(question.item ?? 'row')} ${row + 1}`
  return [emphasis(title), ...question.parts.flatMap((part) => asked(part, { ...page, rows: [...page.rows, row], keyed: true }))]
}

/** The answer alone, between fences that name the question (and the row, counted from 1). Nothing in it needs escaping. */
function answerFence(question: Question, { draft, rows }: Page): Code {
  const value = answerAt(draft, question.path, rows)
  const meta = rows.length ? rows.map((row) => row + 1).join('.') : null
  return { type: 'code', lang: tagOf(question.path), meta, value: written(question, value) }
}

function written(question: Question, value: unknown): string {
  const kind = kindOf(question)
  if (!isSingle(kind)) return ''
  switch (kind.control) {
    case 'tick':
      return box(value === true, question.label)
    case 'pickOne':
      return boxes(question, (option) => option === value)
    case 'pickMany':
      return boxes(question, (option) => Array.isArray(value) && value.includes(option))
    default:
      return value === undefined ? '' : kind.format(value, question)
  }
}

const box = (ticked: boolean, words: string): string => `[${ticked ? 'x' : ' '}] ${words}`

/** Short lists run along a line, longer ones down the page. */
function boxes({ options }: Question, ticked: (value: string) => boolean): string {
  const all = options.map(({ value, label }) => box(ticked(value), label))
  const line = all.join('   ')
  return line.length <= 120 ? line : all.join('\n')
}

const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const emphasis = (words: string): Paragraph => paragraph({ type: 'emphasis', children: [{ type: 'text', value: words }] })
const caption = ({ label }: Question): Paragraph => paragraph({ type: 'text', value: `${label}${afterLabel(label).trim()}` })
const prose = (markdown: string | undefined): Block[] => (markdown ? (parseMarkdown(markdown).children as Block[]) : [])

/** What each part of the rows wants, as a list. */
function keyList(key: readonly KeyLine[]): Block[] {
  const items = key.map(({ name, words, choices }) => ({
    type: 'listItem' as const,
    spread: false,
    children: [
      paragraph(
        { type: 'strong', children: [{ type: 'text', value: name }] },
        { type: 'text', value: afterLabel(name) },
        ...inlineOf(words),
      ),
      ...choiceList(choices),
    ],
  }))
  return items.length ? [{ type: 'list', ordered: false, spread: false, children: items }] : []
}

/** The choices that explain themselves, a line each. */
function choiceList(options: readonly Option[]): Block[] {
  const items = options.map(({ label, description }) => ({
    type: 'listItem' as const,
    spread: false,
    children: [
      paragraph(
        { type: 'strong', children: [{ type: 'text', value: label }] },
        ...(description ? [{ type: 'text' as const, value: ' – ' }, ...inlineOf(description)] : []),
      ),
    ],
  }))
  return items.length ? [{ type: 'list', ordered: false, spread: false, children: items }] : []
}

const noteBlock = (note: string): Block => ({
  type: 'blockquote',
  children: [paragraph({ type: 'strong', children: [{ type: 'text', value: 'Why this is good:' }] }, { type: 'text', value: ` ${note}` })],
})
