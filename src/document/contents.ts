/** A contents list for Markdown, linking to headings by the anchors that GitHub and most viewers give them. */

import GithubSlugger from 'github-slugger'
import type { List, RootContent } from 'mdast'
import { wordsOf } from './markdown.ts'
import type { Document } from './nodes.ts'

/**
 * The document with a list of its second- and third-level headings before the first of them.
 */
export function withContents(document: Document): Document {
  const slugger = new GithubSlugger()
  const entries = document.children.flatMap((node) => {
    if (node.type !== 'heading') return []
    const words = wordsOf(node)
    return [{ depth: node.depth, words, anchor: slugger.slug(words) }]
  })
  const list = nested(entries.filter(({ depth }) => depth === 2 || depth === 3))
  const first = document.children.findIndex((node) => node.type === 'heading' && node.depth === 2)
  const heading: RootContent = { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Contents' }] }
  if (first < 0) return document
  return { type: 'root', children: [...document.children.slice(0, first), heading, list, ...document.children.slice(first)] }
}

interface Entry {
  readonly depth: number
  readonly words: string
  readonly anchor: string
}

function nested(entries: readonly Entry[]): List {
  const list: List = { type: 'list', ordered: false, spread: false, children: [] }
  for (const entry of entries) {
    const item = { type: 'listItem' as const, spread: false, children: [linked(entry)] }
    const last = list.children.at(-1)
    if (entry.depth === 2 || !last) list.children.push(item)
    else {
      const inner = last.children.find((child) => child.type === 'list')
      if (inner) inner.children.push(item)
      else last.children.push({ type: 'list', ordered: false, spread: false, children: [item] })
    }
  }
  return list
}

const linked = ({ words, anchor }: Entry) => ({
  type: 'paragraph' as const,
  children: [{ type: 'link' as const, url: `#${anchor}`, children: [{ type: 'text' as const, value: words }] }],
})
