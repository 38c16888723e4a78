/** Links by name: a document says what they lead to, such as `item:principle-hope`, and an output says where that is. */
import type { Nodes, PhrasingContent } from 'mdast'
import type { Document } from './nodes.ts'

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

/** On paper there is nowhere to go but what stands in the document itself, and addresses that can be typed. */
export const onPaper = (document: Document): Document => linked(document, (url) => (url.startsWith('item:') ? undefined : url))
