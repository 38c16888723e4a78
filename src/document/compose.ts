/** Rendered Markdown → a document, with each question in its place once. */
import type { Paragraph, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Report } from '../diagnostics.ts'
import type { Question } from '../form.ts'
import { nearest } from '../nearest.ts'
import { parseMarkdown } from './markdown.ts'
import type { Document } from './nodes.ts'

/** What our documents are made of. Emitters cover this list; anything else would be lost on paper. */
const supported = new Set(
  'root heading paragraph list listItem table tableRow tableCell blockquote thematicBreak text strong emphasis link break formQuestion'.split(
    ' ',
  ),
)

/**
 * Composes a document.
 * @param markdown A rendered template; a paragraph `<question:/path>` is the place of a question.
 * @param questions The questions that have to be placed, each once.
 * @param file The template, for diagnostics.
 */
export function compose(markdown: string, questions: readonly Question[], file: string, report: Report): Document {
  const byPath = new Map(questions.map((question) => [question.path, question]))
  const placed = new Set<string>()
  const tree = parseMarkdown(markdown)
  let depth = 1
  const children = tree.children.map((node): RootContent => {
    if (node.type === 'heading') depth = node.depth
    const path = node.type === 'paragraph' ? placeIn(node) : undefined
    if (path === undefined) return node
    const question = byPath.get(path)
    if (!question) {
      report('unknown-question', { name: path, nearest: nearest(path, byPath.keys()) }, { file })
      return node
    }
    if (placed.has(path)) report('doubled-question', { label: question.label }, { file })
    placed.add(path)
    return { type: 'formQuestion', question, depth }
  })
  for (const question of questions) {
    if (!placed.has(question.path)) report('unplaced-question', { label: question.label }, { file })
  }
  const document: Document = { type: 'root', children }
  visit(document, (node) => {
    if (!supported.has(node.type)) report('unsupported-markdown', { node: node.type }, { file })
  })
  return document
}

/** The path of a paragraph that is nothing but `<question:/path>`. */
function placeIn({ children }: Paragraph): string | undefined {
  const only = children.length === 1 ? children[0] : undefined
  return only?.type === 'link' && only.url.startsWith('question:') ? only.url.slice('question:'.length) : undefined
}
