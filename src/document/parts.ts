/** A long document → the parts it is read in on a site, a page each. */

import { slug } from 'github-slugger'
import type { Heading, RootContent } from 'mdast'
import { partName } from '../addresses.ts'
import { wordsOf } from './markdown.ts'
import type { Document } from './nodes.ts'

/** A part, from its own heading on, which is a first-level heading here. */
export interface Part {
  /** For its address, such as `about-me`: permanent where the heading has an anchor, or else by its words. */
  readonly name: string
  readonly title: string
  /** True where the part before it, one level up, is the one it belongs to. */
  readonly inner: boolean
  readonly document: Document
}

export interface Parts {
  /** What stands before the first part. */
  readonly front: Document
  readonly parts: readonly Part[]
}

/** A part begins at each second-level heading, and at each of the third that has an anchor of its own. */
export function partsOf({ children }: Document): Parts {
  const starts = children.flatMap((node, index) => (node.type === 'heading' && beginsPart(node) ? [{ heading: node, index }] : []))
  const parts = starts.map(({ heading, index }, number): Part => {
    const nodes = children.slice(index, starts[number + 1]?.index)
    return {
      name: nameOf(heading),
      title: wordsOf(heading),
      inner: heading.depth === 3,
      document: { type: 'root', children: nodes.map((node) => raised(node, heading.depth - 1)) },
    }
  })
  return { front: { type: 'root', children: children.slice(0, starts[0]?.index) }, parts }
}

const beginsPart = ({ depth, anchor }: Heading): boolean => depth === 2 || (depth === 3 && anchor !== undefined)

const nameOf = (heading: Heading): string => (heading.anchor === undefined ? slug(wordsOf(heading)) || 'part' : partName(heading.anchor))

/** The same some levels up: what is a part of a document is a page's own heading. */
function raised<Node extends RootContent>(node: Node, levels: number): Node {
  if (node.type === 'heading') return { ...node, depth: (node.depth - levels) as Heading['depth'] }
  if (node.type === 'block') return { ...node, children: node.children.map((child) => raised(child, levels)) }
  return node.type === 'formQuestion' ? { ...node, depth: node.depth - levels } : node
}
