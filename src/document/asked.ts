/** A question as it is asked on a page: its words, and what helps to answer it. What stands where the answer goes differs from output to output. */
import type { Heading } from 'mdast'
import type { Markdown, Option, Question } from '../form.ts'
import { tagOf } from '../tag.ts'
import { afterLabel, type KeyLine, whenWords } from './key.ts'
import { inlineOf, parseMarkdown } from './markdown.ts'
import { anchored, type Content, listed, paragraph, strong, text } from './prose.ts'

/** Where on a page a question is asked. */
export interface Page {
  /** The row of each repeat around the question. */
  readonly rows: readonly number[]
  /** Heading level above the question. */
  readonly depth: number
  /** True inside rows: the key above them has said what each part wants. */
  readonly keyed?: true
}

/** How an output asks. */
export interface Manner {
  /** The question itself. */
  readonly label: (question: Question, page: Page) => Content[]
  /** Sets apart what helps to answer, where there is any. */
  readonly help: (name: 'hint' | 'when', words: Content[]) => Content[]
  /** What stands where the answer goes: room to write, or words about it. Parts and rows are asked here. */
  readonly answer: (question: Question, page: Page) => Content[]
}

/** A question with its label, what helps to answer it, and the place of its answer. */
export function asked(question: Question, page: Page, { label, help, answer }: Manner): Content[] {
  const words = page.keyed ? [] : [...help('hint', prose(question.hint)), ...help('when', whenWords(question).flatMap(prose))]
  return [...label(question, page), ...words, ...answer(question, page)]
}

/** The heading of a question that is read and not filled in. Links lead to it by the question's tag, which is permanent. */
export const headingFor = ({ path, label }: Question, depth: number): Heading => anchored(depth, label, tagOf(path))

/** The blocks of a form's own text. */
export const prose = (markdown: Markdown | undefined): Content[] => (markdown ? (parseMarkdown(markdown).children as Content[]) : [])

/** What each part of the rows wants, as a list. */
export const keyList = (key: readonly KeyLine[]): Content[] =>
  listed(
    key.map(({ name, words, choices }) => [paragraph([strong(name), text(afterLabel(name)), ...inlineOf(words)]), ...choiceList(choices)]),
  )

/** Choices, a line each, with what explains them. */
export const choiceList = (options: readonly Option[]): Content[] =>
  listed(
    options.map(({ label, description }) => [paragraph([strong(label), ...(description ? [text(' – '), ...inlineOf(description)] : [])])]),
  )
