/** The list of contents: real links to headings, and their pages as fields. */
import { InternalHyperlink, LeaderType, PageReference, TabStopType, type XmlComponent } from 'docx'
import type { Heading } from 'mdast'
import type { Document } from '../document/nodes.ts'
import { inline, paragraph, run } from './element.ts'
import { page } from './looks.ts'
import { headingBookmark, plain } from './phrasing.ts'
import { newSheet } from './sheet.ts'

/** One line for each heading of the two levels below the title. */
export function contents(document: Document): XmlComponent[] {
  // Names headings in the same order as the pages will, so that the second “Notes” is found too.
  const sheet = newSheet(headingBookmark, page.text)
  const lines = document.children
    .filter((node): node is Heading => node.type === 'heading')
    .map(({ depth, children }) => ({ depth, words: plain(children), bookmark: sheet.nameHeading(plain(children)) }))
    .filter(({ depth }) => depth === 2 || depth === 3)
  return [
    paragraph('ContentsTitle', [run('Contents')]),
    ...lines.map(({ depth, words, bookmark }) => {
      const children = inline([run(`${words}\t`), new PageReference(bookmark, { hyperlink: true })])
      return paragraph(depth === 2 ? 'TOC1' : 'TOC2', [new InternalHyperlink({ anchor: bookmark, children })], {
        tabStops: [{ type: TabStopType.RIGHT, position: page.text, leader: LeaderType.DOT }],
      })
    }),
  ]
}
