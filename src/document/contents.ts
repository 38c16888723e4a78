/** A list of a document's headings, linking to each. */
import type { Heading, List, RootContent } from 'mdast'
import { headingsOf } from './anchors.ts'
import { wordsOf } from './markdown.ts'
import type { Document } from './nodes.ts'

/**
 * The document with a list of its second- and third-level headings before the first of them.
 * @param anchorsOf Of the headings, where it is going to be read.
 */
export function withContents(document: Document, anchorsOf: (document: Document) => ReadonlyMap<Heading, string>): Document {
  const first = document.children.findIndex((node) => node.type === 'heading' && node.depth === 2)
  const heading: RootContent = { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Contents' }] }
  if (first < 0) return document
  const list = contentsOf(document, anchorsOf(document))
  return { type: 'root', children: [...document.children.slice(0, first), heading, list, ...document.children.slice(first)] }
}

/** Links to the second-level headings of a document, and within each to those of the third. */
export function contentsOf(document: Document, anchors: ReadonlyMap<Heading, string>): List {
  const list: List = { type: 'list', ordered: false, spread: false, children: [] }
  for (const node of headingsOf(document)) {
    if (node.depth !== 2 && node.depth !== 3) continue
    const item = { type: 'listItem' as const, spread: false, children: [linkTo(node, anchors)] }
    const last = list.children.at(-1)
    if (node.depth === 2 || !last) list.children.push(item)
    else {
      const inner = last.children.find((child) => child.type === 'list')
      if (inner) inner.children.push(item)
      else last.children.push({ type: 'list', ordered: false, spread: false, children: [item] })
    }
  }
  return list
}

const linkTo = (heading: Heading, anchors: ReadonlyMap<Heading, string>) => ({
  type: 'paragraph' as const,
  children: [{ type: 'link' as const, url: `#${anchors.get(heading)}`, children: [{ type: 'text' as const, value: wordsOf(heading) }] }],
})
