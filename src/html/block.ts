/** A block → the element that means what it is. */
import type { Element, ElementContent, Properties } from 'hast'
import type { Block } from '../document/nodes.ts'
import { element } from './element.ts'

/** What a block is, beyond what belongs together. A note is no landmark: it says something about what it stands beside. */
const meaning: Readonly<Record<string, readonly [tagName: string, Properties]>> = {
  note: ['div', { role: 'note' }],
  'on-this-page': ['nav', { ariaLabel: 'On this page' }],
}

/** The element of a block, with its name as its class. */
export function block({ name }: Block, children: ElementContent[]): Element {
  const [tagName, properties] = meaning[name] ?? ['div', {}]
  return element(tagName, { className: [name], ...properties }, children)
}
