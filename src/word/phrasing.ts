/** Words of prose: emphasis, links and line breaks, to runs. */

import { createHash } from 'node:crypto'
import { ExternalHyperlink, InternalHyperlink, type XmlComponent } from 'docx'
import type { PhrasingContent } from 'mdast'
import { El, inline, run, valued } from './element.ts'

type Format = readonly ('strong' | 'emphasis' | 'link')[]

/** The runs for some words. */
export function phrasing(nodes: readonly PhrasingContent[], format: Format = []): XmlComponent[] {
  return nodes.flatMap((node) => words(node, format))
}

function words(node: PhrasingContent, format: Format): XmlComponent[] {
  switch (node.type) {
    case 'text':
      // A new line in the source is a space in print; only `break` breaks a line.
      return [run(node.value.replaceAll('\n', ' '), runFormat(format))]
    case 'break':
      return [run('\n')]
    case 'strong':
    case 'emphasis':
      return phrasing(node.children, [...format, node.type])
    case 'link': {
      const children = inline(phrasing(node.children, [...format, 'link']))
      return node.url.startsWith('#')
        ? [new InternalHyperlink({ anchor: bookmarkOfSlug(node.url.slice(1)), children })]
        : [new ExternalHyperlink({ link: node.url, children })]
    }
    default:
      throw new Error(`Bug: Word prose cannot hold the node ${node.type}`)
  }
}

/** Run properties in schema order: style, bold, italic. */
function runFormat(format: Format): El[] {
  return [
    ...(format.includes('link') ? [valued('w:rStyle', 'Hyperlink')] : []),
    ...(format.includes('strong') ? [new El('w:b')] : []),
    ...(format.includes('emphasis') ? [new El('w:i')] : []),
  ]
}

/** The plain words. */
export function plain(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return plain(node.children as PhrasingContent[])
      return 'value' in node ? node.value : ' '
    })
    .join('')
}

/** A heading's bookmark by its words, so that `[About me](#about-me)` finds it. */
export const headingBookmark = (heading: string): string =>
  bookmarkOfSlug(
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s+/g, '-'),
  )

/** A heading's bookmark by its slug. Bookmarks hold 40 characters, slugs may be longer, so a hash. */
export const bookmarkOfSlug = (slug: string): string => `h_${createHash('sha256').update(slug).digest('hex').slice(0, 24)}`
