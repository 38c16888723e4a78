/** A document's nodes, one after another, as blocks of Word. */
import type { XmlComponent } from 'docx'
import type { RootContent } from 'mdast'
import type { Document } from '../document/nodes.ts'
import { contents } from './contents.ts'
import type { ParagraphChanges } from './element.ts'
import { plain } from './phrasing.ts'
import { prose } from './prose.ts'
import { drawQuestion } from './questions.ts'
import type { Sheet } from './sheet.ts'

/**
 * Draws every node in order.
 * @param withContents True for a list of contents before the first heading below the title.
 */
export function blocks(sheet: Sheet, { children, ...document }: Document, withContents: boolean): XmlComponent[] {
  const firstSection = children.findIndex((node) => node.type === 'heading' && node.depth > 1)
  let heading = ''
  return children.flatMap((node, index) => {
    if (node.type === 'thematicBreak') return []
    if (node.type === 'heading') heading = plain(node.children)
    const first = amongNeighbours(node, children[index - 1], children[index + 1])
    const before = withContents && index === firstSection ? contents({ ...document, children }) : []
    if (node.type !== 'formQuestion') return [...before, ...prose(sheet, node, { style: 'Normal', heading, first })]
    const place = { depth: node.depth, setIn: false, inCard: false, rows: [], first }
    return [...before, ...drawQuestion(sheet, node.question, place)]
  })
}

/** How a block's first paragraph differs from its style because of what stands before and after it. */
function amongNeighbours(node: RootContent, previous?: RootContent, next?: RootContent): ParagraphChanges {
  if (node.type === 'table' && previous?.type === 'table') throw new Error('Bug: nothing between two tables, which Word would join')
  const isProse = ['paragraph', 'list', 'blockquote'].includes(node.type)
  const gap = spaceAfter[previous?.type ?? '']
  return {
    // A property of the block after it: an empty paragraph would be read out.
    ...(previous?.type === 'thematicBreak' ? { pageBreakBefore: true } : {}),
    // Words that lead in to something go with it to the next page.
    ...(node.type === 'paragraph' && (leadsInTo.includes(next?.type ?? '') || previous?.type === 'heading') ? { keepNext: true } : {}),
    // Headings and questions bring space of their own.
    ...(isProse && gap ? { spacing: { before: gap } } : {}),
  }
}

const leadsInTo = ['formQuestion', 'list', 'table', 'blockquote']

/** Space that these have not, in twentieths of a point. */
const spaceAfter: Readonly<Record<string, number>> = { table: 200, list: 110 }
