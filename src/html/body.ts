/** A document → the HTML that stands between the tags of a page's `<main>`. */
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Heading, Link, Nodes, Table } from 'mdast'
import { defaultHandlers, type Handler, type Handlers, type State, toHast } from 'mdast-util-to-hast'
import { anchorsOf } from '../document/anchors.ts'
import type { Block, Document, FormQuestion, Picture } from '../document/nodes.ts'
import { xmlSafe } from '../word/xml-text.ts'
import { block } from './block.ts'
import { element } from './element.ts'
import { leadsSomewhere } from './links.ts'
import { figure } from './picture.ts'
import { table } from './tables.ts'

/** What `mdast-util-to-hast` makes well enough. With what `handlersFor` adds, it is all that a page can hold. */
const usual = ['blockquote', 'break', 'emphasis', 'list', 'listItem', 'paragraph', 'strong', 'text', 'thematicBreak'] as const
const { root: _, ...all } = defaultHandlers

/**
 * The body of a page. All words come out as words, whatever characters they have: no node makes HTML of a text.
 * @returns HTML. Every heading has an `id`: see `anchorsOf`.
 * @throws Error for a node no page may hold, a link to no heading, or a picture that is not ours: bugs by the time they get here.
 */
export function htmlOf(document: Document): string {
  const tree = toHast({ ...document, data: {} }, { handlers: handlersFor(document), unknownHandler: refuse })
  return xmlSafe(toHtml(tree))
}

function handlersFor(document: Document): Handlers {
  const anchors = anchorsOf(document)
  const targets = new Set(anchors.values())
  let heading: string | undefined
  let pictures = 0
  return {
    ...Object.fromEntries(Object.keys(all).map((type) => [type, refuse])),
    ...Object.fromEntries(usual.map((type) => [type, asItIs(defaultHandlers[type])])),
    heading(state: State, node: Heading): Element {
      heading = anchors.get(node)
      return element(`h${node.depth}`, { id: heading }, state.all(node))
    },
    link(state: State, node: Link): Element | ElementContent[] {
      if (node.url.startsWith('#') && !targets.has(node.url.slice(1))) throw new Error(`Bug: the link ${node.url} leads to no heading`)
      const { properties, children } = defaultHandlers.link(state, { ...node, data: {} })
      return leadsSomewhere(node.url) ? element('a', { ...properties, download: node.download }, children) : children
    },
    table: (state: State, node: Table): Element => table(state, node, heading),
    picture: (_: State, node: Picture): Element => figure(node, ++pictures),
    block: (state: State, node: Block): Element => block(node, state.wrap(state.all(node), true)),
  }
}

/** `data` can turn a node into any element there is, scripts too: it is left aside. */
const asItIs =
  (handler: Handler): Handler =>
  (state, node: Nodes, parent) =>
    handler(state, { ...node, data: {} }, parent)

function refuse(_: State, node: Nodes | FormQuestion): never {
  const what = node.type === 'formQuestion' ? `the question “${node.question.label}”` : `the node ${node.type}`
  throw new Error(`Bug: a page of HTML cannot hold ${what}`)
}
