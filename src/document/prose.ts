/** Prose made in code, for documents that hold what people wrote: it never passes through a template language. */
import type { Blockquote, Heading, List, Paragraph, PhrasingContent } from 'mdast'

/** Words, or words with others set apart. */
export type Words = string | readonly PhrasingContent[]

const phrasing = (words: Words): PhrasingContent[] => (typeof words === 'string' ? [{ type: 'text', value: words }] : [...words])

export const heading = (depth: Heading['depth'], words: string): Heading => ({ type: 'heading', depth, children: phrasing(words) })
export const paragraph = (words: Words): Paragraph => ({ type: 'paragraph', children: phrasing(words) })
export const strong = (words: string): PhrasingContent => ({ type: 'strong', children: phrasing(words) })
export const text = (words: string): PhrasingContent => ({ type: 'text', value: words })
export const quotation = (words: Words): Blockquote => ({ type: 'blockquote', children: [paragraph(words)] })

export const list = (items: readonly Words[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
})
