/** The search: what can be found on the site, and the program that finds it in a browser, without a server. */
import type { Heading, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { anchorsOf } from '../document/anchors.ts'
import { wordsOf } from '../document/markdown.ts'
import type { Artefact } from '../emit/emitter.ts'
import type { Entry } from './browser/find.ts'
import type { Page } from './page.ts'
import { programFor } from './program.ts'

/** The files of the search, by path from the site's root. */
export const searchFiles = async (pages: readonly Page[]): Promise<Artefact[]> => [
  { path: 'assets/search-index.js', kind: 'site-asset', contents: indexFile(pages) },
  { path: 'assets/search.js', kind: 'site-asset', contents: await programFor('search', packages) },
]

const packages =
  'With MiniSearch, copyright Luca Ongaro, and stemmer, copyright Titus Wormer: MIT licence, https://opensource.org/license/mit'

/** The index as a classic script, as pages opened from a disk may load neither modules nor data: it sets the one global `searchEntries`. */
export const indexFile = (pages: readonly Page[]): string => `globalThis.searchEntries = ${asScript(entriesOf(pages))}\n`

/** A value as JavaScript that is safe in any page and any file, whatever its words. */
const asScript = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * What can be found: of each page that says where (`found`), itself and every part of it that begins with a heading of the second level or
 * one that links lead to. What stands word for word in several places is one entry, that of the first.
 */
export function entriesOf(pages: readonly Page[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const entry of pages.flatMap(entriesOn)) {
    const { title, text, part, href } = entry
    // Headings alone say nothing of what is below them.
    const name = JSON.stringify(text ? [title, text] : [title, href])
    const first = entries.get(name)
    entries.set(name, first ? { ...first, also: [...(first.also ?? []), { part, href }] } : entry)
  }
  return [...entries.values()]
}

function entriesOn({ path, title, document, found, background }: Page): Entry[] {
  if (found === undefined) return []
  const anchors = anchorsOf(document)
  const parts: { readonly heading: Heading; readonly lines: string[] }[] = []
  const read = (node: Nodes): void => {
    const lines = parts.at(-1)?.lines ?? []
    if (node.type === 'heading' && (node.depth <= 2 || node.anchor)) parts.push({ heading: node, lines: [] })
    else if (isLine(node)) lines.push(...(leadsOn(node) ? [] : [lineOf(node)]))
    else if (node.type === 'list') {
      // What stands under “Avoid:” would mislead without it.
      const lead = lines.at(-1)?.endsWith(':') ? `${lines.pop()} ` : ''
      for (const item of node.children) {
        const first = lines.length
        read(item)
        if (lines[first]) lines[first] = lead + lines[first]
      }
    } else if ('children' in node) for (const child of node.children) read(child)
  }
  read(document)
  const page = parts[0] ? wordsOf(parts[0].heading) : title
  return parts.map(({ heading, lines }, index): Entry => {
    const text = lines.filter(Boolean).join('\n')
    // A page is read from its top.
    const its = { part: found, text, ...(background ? { background } : {}) }
    if (index === 0) return { title: page, href: path, ...its }
    return { title: wordsOf(heading), href: `${path}#${anchors.get(heading)}`, page, ...its }
  })
}

const isLine = ({ type }: Nodes): boolean => type === 'heading' || type === 'paragraph' || type === 'tableRow'

/** True where most words are those of links: what they lead to is found where it stands. */
function leadsOn(node: Nodes): boolean {
  let length = 0
  visit(node, 'link', (link) => {
    length += wordsOf(link).length
  })
  return length > wordsOf(node).length / 2
}

/** The words of a paragraph, or of the cells of a row. */
const lineOf = (node: Nodes): string =>
  (node.type === 'tableRow' ? node.children.map(wordsOf).filter(Boolean).join('; ') : spaced(node)).replace(/\s+/g, ' ').trim()

const spaced = (node: Nodes): string =>
  node.type === 'break' ? ' ' : 'children' in node ? node.children.map(spaced).join('') : wordsOf(node)
