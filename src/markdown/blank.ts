/** A document → a Markdown form: every question with a fence for its answer, which says which question it answers. */
import type { BlockContent, Code, DefinitionContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { fieldOf } from '../answers/outline.ts'
import { afterLabel, capital, choicesOf, type KeyLine, keyOf, whenWords } from '../document/key.ts'
import { inlineOf, parseMarkdown, plainText, printMarkdown } from '../document/markdown.ts'
import type { Document } from '../document/nodes.ts'
import type { Option, Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { contentOf } from './content.ts'

type Block = BlockContent | DefinitionContent

interface Page {
  /** The row of each repeat around the question. */
  readonly rows: readonly number[]
  /** Heading level above the question. */
  readonly depth: number
  /** True inside rows: the key above them has said what each part wants. */
  readonly keyed?: true
}

/**
 * The Markdown form that practitioners download.
 * @param foot The lines at its foot, such as the one by which a filled form is recognised.
 */
export function blankForm(document: Document, foot: readonly string[]): string {
  const children = document.children.flatMap((node): RootContent[] =>
    node.type === 'formQuestion' ? asked(node.question, { rows: [], depth: node.depth }) : [node],
  )
  return [printMarkdown({ type: 'root', children }), ...foot.map((line) => `${plainText(line)}\n`)].join('\n')
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
      const rows = Array.from({ length: question.blankRows ?? 1 }, (_, row) => item(question, page, row))
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

/** A fence that names the question (and the row, counted from 1). */
const answerFence = (question: Question, { rows }: Page): Code => ({
  type: 'code',
  lang: fieldOf(question).tag,
  meta: rows.length ? rows.map((row) => row + 1).join('.') : null,
  value: contentOf(fieldOf(question), new Map()),
})

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
