/** Links by name: a document says what they lead to, such as `item:principle-hope`, and an output says where that is. */
import type { Nodes, PhrasingContent } from 'mdast'
import type { Document } from './nodes.ts'
import { link, paragraph } from './prose.ts'

/**
 * The document with the address of each link.
 * @param addressOf Where a link leads, by what the document says; undefined where this output has no such place: its words stay, as words.
 */
export function linked(document: Document, addressOf: (url: string) => string | undefined): Document {
  const resolved = (node: Nodes): Nodes[] => {
    if (!('children' in node)) return [node]
    const children = joined(node.children.flatMap(resolved))
    if (node.type !== 'link') return [{ ...node, children } as Nodes]
    const url = addressOf(node.url)
    return url === undefined ? children : [{ ...node, url, children: children as PhrasingContent[] } as Nodes]
  }
  return { ...document, children: document.children.flatMap(resolved) as Document['children'] }
}

/** Words beside words are one text, as if they had never been a link. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const whole: Nodes[] = []
  for (const node of nodes) {
    const last = whole.at(-1)
    if (node.type === 'text' && last?.type === 'text') whole.splice(-1, 1, { ...last, value: last.value + node.value })
    else whole.push(node)
  }
  return whole
}

/**
 * The document as it is printed. On paper there is nowhere to go but what stands in it, unless the same is on the web: then links lead
 * there, and below each heading of the third level that has an anchor stands where to read on.
 */
export function onPaper(document: Document, web?: Web): Document {
  const children = document.children.flatMap((node) => {
    const url = web && node.type === 'heading' && node.depth === 3 && node.anchor ? web.part(node.anchor) : undefined
    return url === undefined ? [node] : [node, paragraph([link(url, 'This part on the web')])]
  })
  return linked({ ...document, children }, (url) => (url.startsWith('item:') ? web?.item(url) : url))
}

/** Where a document's things are on the web. */
export interface Web {
  /** Of a link by name. */
  item(url: string): string | undefined
  /** Of the part that begins with an anchor. */
  part(anchor: string): string | undefined
}
