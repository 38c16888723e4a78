/** Prose made in code, for documents that hold what people wrote: it never passes through a template language. */
import type { BlockContent, Blockquote, DefinitionContent, Heading, List, Paragraph, PhrasingContent, Table } from 'mdast'
import type { Block } from './nodes.ts'

/** Words, or words with others set apart. */
export type Words = string | readonly PhrasingContent[]

const phrasing = (words: Words): PhrasingContent[] => (typeof words === 'string' ? [{ type: 'text', value: words }] : [...words])

export const heading = (depth: Heading['depth'], words: string): Heading => ({ type: 'heading', depth, children: phrasing(words) })
/** A heading that links lead to, whatever its words become. Levels end at six. */
export const anchored = (depth: number, words: string, anchor: string): Heading => ({
  ...heading(Math.min(depth, 6) as Heading['depth'], words),
  anchor,
})
export const paragraph = (words: Words): Paragraph => ({ type: 'paragraph', children: phrasing(words) })
export const strong = (words: string): PhrasingContent => ({ type: 'strong', children: phrasing(words) })
export const emphasis = (words: string): PhrasingContent => ({ type: 'emphasis', children: phrasing(words) })
export const text = (words: string): PhrasingContent => ({ type: 'text', value: words })
export const quotation = (words: Words): Blockquote => ({ type: 'blockquote', children: [paragraph(words)] })

export const list = (items: readonly Words[]): List => listOf(items.map((item) => [paragraph(item)]))

/** What can stand in a block, an item of a list or a quotation. */
export type Content = BlockContent | DefinitionContent

/** A list whose items may hold more than words. */
const listOf = (items: readonly Content[][]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  // Two paragraphs of one item, set tight, would run together.
  children: items.map((children) => ({
    type: 'listItem',
    spread: children.filter(({ type }) => type === 'paragraph').length > 1,
    children,
  })),
})

/** A list, where there is anything in it. */
export const listed = (items: readonly Content[][]): Content[] => (items.length ? [listOf(items)] : [])

/** A block around its content; nothing around nothing. */
export const block = (name: string, children: readonly Content[]): Block[] =>
  children.length ? [{ type: 'block', name, children: children as BlockContent[] }] : []

export const link = (url: string, words: string): PhrasingContent => ({ type: 'link', url, children: [text(words)] })

/** @param rows The first names the columns. */
export const table = (rows: readonly (readonly Words[])[]): Table => ({
  type: 'table',
  align: (rows[0] ?? []).map(() => null),
  children: rows.map((cells) => ({ type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })) })),
})
