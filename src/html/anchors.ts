/** The anchor of every heading: what a link to it says after its `#`. */
import GithubSlugger, { slug } from 'github-slugger'
import type { Heading } from 'mdast'
import { visit } from 'unist-util-visit'
import { wordsOf } from '../document/markdown.ts'
import type { Document } from '../document/nodes.ts'

/** Headings with their anchors, each unique in the document, and the same as in the contents list of its Markdown. */
export function anchorsOf(document: Document): Map<Heading, string> {
  const slugger = new GithubSlugger()
  const anchors = new Map<Heading, string>()
  visit(document, 'heading', (heading) => {
    const words = wordsOf(heading)
    // A heading of marks alone, such as "…", would have none.
    anchors.set(heading, slugger.slug(slug(words) ? words : 'section'))
  })
  return anchors
}
