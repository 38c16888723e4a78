/** The authors' Markdown inside a question, such as its hint, as a tree. */
import type { PhrasingContent, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Markdown } from '../form.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** The blocks of a text. */
export const blocksOf = (markdown: Markdown): Root => parser.parse(markdown)

/** The words of a text, paragraphs joined, for places that hold one line only. */
export function inlineOf(markdown: Markdown): PhrasingContent[] {
  return blocksOf(markdown).children.flatMap((block, index) => {
    if (block.type !== 'paragraph') throw new Error(`Bug: ${block.type} in a text of one line: ${markdown}`)
    const space: PhrasingContent[] = index ? [{ type: 'text', value: ' ' }] : []
    return [...space, ...block.children]
  })
}
