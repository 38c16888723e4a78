/** Markdown text ⇄ mdast, with the settings all our documents share. */
import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import type { Picture } from './nodes.ts'
import { isPlain, plainBlocks } from './plain-markdown.ts'

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>

const parser = unified().use(remarkParse).use(remarkGfm)

/**
 * A fence around an answer, longer than any inside it: nothing in the answer needs escaping. There is always a line to write on.
 * @param info What the first line says after its ticks.
 */
export function fenced(info: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${info}\n${content}\n${ticks}`
}

const fence = (node: { lang?: string | null; meta?: string | null; value: string }): string =>
  fenced([node.lang, node.meta].filter(Boolean).join(' '), node.value)

/** Plain words need no looking for what to escape. */
const text: Handle = ({ value }: Text, _, state, info) =>
  isPlain(info.before === '\n' ? value : value.replace(/^ +/, '')) ? value : state.safe(value, info)

/** Text holds no picture: it is told in words. */
const picture = ({ title, alt }: Picture): string => `${plainText(`${title}.`)} ${plainText(alt)}`

const printer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', handlers: { code: fence, text, picture } as Options['handlers'] })
  .use(remarkGfm, { tablePipeAlign: false })

/**
 * CommonMark with GFM tables → mdast. Never throws: all text is Markdown.
 * A long text is read in pieces, each from one line at the margin that begins something new to the next. Only a link to a definition
 * elsewhere would look beyond its piece, and those no document may hold.
 */
export const parseMarkdown = (markdown: string): Root => ({
  type: 'root',
  children: markdown.split(/\n{2,}(?=[#>|\p{L}“]|\*\*\p{L})/u).flatMap((piece) => plainBlocks(piece) ?? parser.parse(piece).children),
})

/** The words of a text, paragraphs joined, for places that hold one line only. */
export function inlineOf(markdown: string): PhrasingContent[] {
  return parseMarkdown(markdown).children.flatMap((block, index) => {
    if (block.type !== 'paragraph') throw new Error(`Bug: ${block.type} in a text of one line: ${markdown}`)
    const space: PhrasingContent[] = index ? [{ type: 'text', value: ' ' }] : []
    return [...space, ...block.children]
  })
}

/** mdast → Markdown. Text in the tree comes out as that text, whatever characters it has. */
export const printMarkdown = (root: Root): string => printer.stringify(root)

/** One line of words as Markdown that says just those words. */
export function plainText(words: string): string {
  const value = words.replace(/\s+/g, ' ')
  if (isPlain(value)) return value
  return printMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }).trim()
}

/** The words of a tree, without their Markdown. */
export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
