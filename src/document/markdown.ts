/** Markdown text ⇄ mdast, with the settings all our documents share. */
import type { Nodes, PhrasingContent, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

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

const printer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', handlers: { code: fence } })
  .use(remarkGfm, { tablePipeAlign: false })

/** CommonMark with GFM tables → mdast. Never throws: all text is Markdown. */
export const parseMarkdown = (text: string): Root => parser.parse(text)

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
export const plainText = (words: string): string =>
  printMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: words.replace(/\s+/g, ' ') }] }] }).trim()

/** The words of a tree, without their Markdown. */
export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
