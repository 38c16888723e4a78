/** Rendered Markdown → a document, with each question in its place once. */
import type { BlockContent, Heading, Paragraph, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Report } from '../diagnostics.ts'
import type { Question } from '../form.ts'
import { nearest } from '../nearest.ts'
import { parseMarkdown } from './markdown.ts'
import type { Document } from './nodes.ts'

/** What our documents are made of. Emitters cover this list; anything else would be lost on paper. */
const supported = new Set(
  'root heading paragraph list listItem table tableRow tableCell blockquote thematicBreak text strong emphasis link break formQuestion block'.split(
    ' ',
  ),
)

/**
 * Composes a document.
 * @param markdown A rendered template. A paragraph `<question:/path>` is the place of a question; `<anchor:name>` ends a heading whose anchor
 * may not change; what stands between the paragraphs `<block:name>` and `<block:end>` is a block.
 * @param questions The questions that have to be placed, each once.
 * @param file The template, for diagnostics.
 */
export function compose(markdown: string, questions: readonly Question[], file: string, report: Report): Document {
  const byPath = new Map(questions.map((question) => [question.path, question]))
  const placed = new Set<string>()
  const tree = parseMarkdown(markdown)
  let depth = 1
  const children = blocksIn(tree.children, file, report).map((node): RootContent => {
    if (node.type === 'heading') depth = node.depth
    const path = node.type === 'paragraph' ? only(node, 'question') : undefined
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
  visit(document, 'heading', nameHeading)
  visit(document, (node) => {
    if (!supported.has(node.type)) report('unsupported-markdown', { node: node.type }, { file })
  })
  return document
}

/** What a paragraph names that is nothing but `<scheme:name>`. */
function only({ children }: Paragraph, scheme: string): string | undefined {
  const link = children.length === 1 ? children[0] : undefined
  return link?.type === 'link' && link.url.startsWith(`${scheme}:`) ? link.url.slice(scheme.length + 1) : undefined
}

/** Takes the `<anchor:name>` at the end of a heading for its anchor. */
function nameHeading(heading: Heading): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'link' || !last.url.startsWith('anchor:')) return
  heading.anchor = last.url.slice('anchor:'.length)
  heading.children.pop()
  const space = heading.children.at(-1)
  if (space?.type !== 'text') return
  space.value = space.value.trimEnd()
  if (!space.value) heading.children.pop()
}

/** The same, with what stands between the two ends of a block inside it. */
function blocksIn(nodes: readonly RootContent[], file: string, report: Report): RootContent[] {
  const whole: RootContent[] = []
  let open: { name: string; children: BlockContent[] } | undefined
  for (const node of nodes) {
    const name = node.type === 'paragraph' ? only(node, 'block') : undefined
    if (name === undefined) {
      if (open) open.children.push(node as BlockContent)
      else whole.push(node)
    } else if (open ? name === 'end' : name !== 'end') {
      if (open) whole.push({ type: 'block', ...open })
      open = open ? undefined : { name, children: [] }
    } else
      report(
        'bad-template',
        { problem: open ? `block \`${open.name}\` does not end before \`${name}\`` : 'no block is there to end' },
        { file },
      )
  }
  if (open) report('bad-template', { problem: `block \`${open.name}\` does not end` }, { file })
  return whole
}
