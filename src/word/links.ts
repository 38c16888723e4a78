/** Links inside a document: each must lead to one of its headings. */
import { visit } from 'unist-util-visit'
import type { Document } from '../document/nodes.ts'
import { bookmarkOfSlug, headingBookmark, plain } from './phrasing.ts'

/** @throws Error for a link such as `#about-me` to no heading: Word would say nothing and go nowhere. */
export function checkLinks(document: Document): void {
  const headings = new Set<string>()
  visit(document, 'heading', ({ children }) => {
    headings.add(headingBookmark(plain(children)))
  })
  visit(document, 'link', ({ url }) => {
    if (url.startsWith('#') && !headings.has(bookmarkOfSlug(url.slice(1)))) throw new Error(`Bug: the link ${url} leads to no heading`)
  })
}
