/** The anchor of every heading: what a link to it says after its `#`. */
import GithubSlugger, { slug } from 'github-slugger'
import type { Heading } from 'mdast'
import { visit } from 'unist-util-visit'
import { wordsOf } from './markdown.ts'
import type { Document } from './nodes.ts'

/** Headings with their anchors, each unique in the document: their own, where they have one that may not change, or by their words. */
export function anchorsOf(document: Document): Map<Heading, string> {
  const headings = headingsOf(document)
  const slugger = new GithubSlugger()
  for (const { anchor } of headings) if (anchor) slugger.slug(anchor)
  return new Map(headings.map((heading) => [heading, heading.anchor ?? slugger.slug(sluggable(heading))]))
}

/** The same as GitHub and most viewers give them in Markdown, which knows words only. */
export function markdownAnchorsOf(document: Document): Map<Heading, string> {
  const slugger = new GithubSlugger()
  return new Map(headingsOf(document).map((heading) => [heading, slugger.slug(sluggable(heading))]))
}

/** Every heading, those in blocks among them. */
export function headingsOf(document: Document): Heading[] {
  const headings: Heading[] = []
  visit(document, 'heading', (heading) => {
    headings.push(heading)
  })
  return headings
}

/** A heading of marks alone, such as “…”, would have no anchor. */
function sluggable(heading: Heading): string {
  const words = wordsOf(heading)
  return slug(words) ? words : 'section'
}
