/** A document → a Markdown form: every question with a fence for its answer, which says which question it answers. */
import type { Code, RootContent } from 'mdast'
import { fieldOf } from '../answers/outline.ts'
import { asked, choiceList, keyList, type Manner, type Page, prose } from '../document/asked.ts'
import { afterLabel, capital, choicesOf, keyOf } from '../document/key.ts'
import { plainText, printMarkdown } from '../document/markdown.ts'
import type { Document } from '../document/nodes.ts'
import { type Content, emphasis, heading, paragraph, strong } from '../document/prose.ts'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { contentOf } from './content.ts'

/**
 * The Markdown form that practitioners download.
 * @param foot The lines at its foot, such as the one by which a filled form is recognised.
 */
export function blankForm(document: Document, foot: readonly string[]): string {
  const children = document.children.flatMap((node): RootContent[] =>
    node.type === 'formQuestion' ? asked(node.question, { rows: [], depth: node.depth }, fences) : [node],
  )
  return [printMarkdown({ type: 'root', children }), ...foot.map((line) => `${plainText(line)}\n`)].join('\n')
}

const fences: Manner = {
  // A box says its words itself.
  label: (question) => (kindOf(question).control === 'tick' ? [] : [paragraph([strong(question.label)])]),
  help: (_, words) => words,
  answer,
}

function answer(question: Question, page: Page): Content[] {
  switch (kindOf(question).control) {
    case 'words':
      return question.parts.flatMap((part, index) => (index ? [caption(part), answerFence(part, page)] : [answerFence(part, page)]))
    case 'parts':
      return question.parts.flatMap((part) => asked(part, page, fences))
    case 'rows':
      return [...keyList(keyOf(question)), ...question.parts.flatMap((row) => gridRow(row, page))]
    case 'items': {
      const rows = Array.from({ length: question.blankRows ?? 1 }, (_, row) => item(question, page, row))
      return [...keyList(keyOf(question)), ...rows.flat()]
    }
    default: {
      const explained = page.keyed ? [] : choicesOf(question).listed.filter(({ description }) => description)
      return [...choiceList(explained), answerFence(question, page)]
    }
  }
}

function gridRow(row: Question, page: Page): Content[] {
  const depth = Math.min(page.depth + 1, 6) as 2 | 3 | 4 | 5 | 6
  return [
    heading(depth, row.label),
    ...prose(row.hint),
    ...row.parts.flatMap((part) => asked(part, { ...page, depth, keyed: true }, fences)),
  ]
}

function item(question: Question, page: Page, row: number): Content[] {
  const title = paragraph([emphasis(`${capital(question.item ?? 'row')} ${row + 1}`)])
  return [title, ...question.parts.flatMap((part) => asked(part, { ...page, rows: [...page.rows, row], keyed: true }, fences))]
}

/** A fence that names the question (and the row, counted from 1). */
const answerFence = (question: Question, { rows }: Page): Code => ({
  type: 'code',
  lang: fieldOf(question).tag,
  meta: rows.length ? rows.map((row) => row + 1).join('.') : null,
  value: contentOf(fieldOf(question), new Map()),
})

const caption = ({ label }: Question) => paragraph(`${label}${afterLabel(label).trim()}`)
