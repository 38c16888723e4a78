/** A block → the element that means what it is. */
import type { Element, ElementContent, Properties } from 'hast'
import type { Block } from '../document/nodes.ts'
import { element, words } from './element.ts'

/** What a block is, beyond what belongs together. A note is no landmark: it says something about what it stands beside. */
const meaning: Readonly<Record<string, readonly [tagName: string, Properties]>> = {
  note: ['div', { role: 'note' }],
  'on-this-page': ['nav', { ariaLabel: 'On this page' }],
}

/** The element of a block, with its name as its class. */
export function block({ name }: Block, children: ElementContent[]): Element {
  const [tagName, properties] = meaning[name] ?? ['div', {}]
  const link = name === 'search-box' ? linkIn(children) : undefined
  return link ? searchBox(link) : element(tagName, { className: [name], ...properties }, children)
}

/**
 * What leads to a search, as a form that leads there with what is typed, as `?q=`. It needs no script.
 * @param link Its words become the label.
 */
function searchBox({ properties: { href }, children }: Element): Element {
  const id = 'search.words'
  return element('form', { className: ['search-box'], role: 'search', action: href, method: 'get' }, [
    element('label', { className: ['govuk-label', 'govuk-label--s'], htmlFor: [id] }, children),
    element('input', { className: ['govuk-input'], id, name: 'q', type: 'search', maxLength: 200 }, []),
    element('button', { className: ['govuk-button'], type: 'submit' }, [words('Search')]),
  ])
}

/** The first link, at any depth. */
function linkIn(nodes: readonly ElementContent[]): Element | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const link = node.tagName === 'a' ? node : linkIn(node.children)
    if (link) return link
  }
  return undefined
}
