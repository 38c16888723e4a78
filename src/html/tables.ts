/** Tables that say what each cell belongs to, and scroll by themselves where they are wider than the screen. */
import type { Element, Properties } from 'hast'
import type { Table, TableCell, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { wordsOf } from '../document/markdown.ts'
import { element } from './element.ts'

/**
 * A table whose first row names its columns; where the corner is empty, the first column names its rows.
 * It stands in a box that scrolls, by keyboard too: a group and not a region, or a page of many tables were a page of landmarks.
 * @param heading The id of the heading above, which names it.
 */
export function table(state: State, { align, children: [head, ...others] }: Table, heading: string | undefined): Element {
  if (!head) throw new Error('Bug: a table without rows')
  const width = head.children.length
  const namesRows = isEmpty(head.children[0])
  const row = (line: TableRow, scopeOf: (column: number) => string | undefined): Element => {
    const cells = Array.from({ length: width }, (_, column) => {
      const cell = line.children[column]
      // An empty cell names nothing.
      const scope = isEmpty(cell) ? undefined : scopeOf(column)
      return element(scope ? 'th' : 'td', { scope, className: looksOf(cell, align?.[column]) }, cell ? state.all(cell) : [])
    })
    return element('tr', {}, state.wrap(cells, true))
  }
  const heads = element('thead', {}, state.wrap([row(head, () => 'col')], true))
  const rows = others.map((line) => row(line, (column) => (namesRows && column === 0 ? 'row' : undefined)))
  const body = rows.length ? [element('tbody', {}, state.wrap(rows, true))] : []
  const name: Properties = heading === undefined ? { ariaLabel: 'Table' } : { ariaLabelledBy: [heading] }
  const whole = element('table', name, state.wrap([heads, ...body], true))
  return element('div', { className: ['scroll'], role: 'group', tabIndex: 0, ...name }, [whole])
}

/** Classes, as the page allows no styles of one element. Long words get room, or on a telephone they would be all height. */
function looksOf(cell: TableCell | undefined, side: 'left' | 'right' | 'center' | null | undefined): string[] | undefined {
  const looks = [...(side && side !== 'left' ? [side] : []), ...(cell && wordsOf(cell).length > 60 ? ['long'] : [])]
  return looks.length ? looks : undefined
}

const isEmpty = (cell: TableCell | undefined): boolean => !cell || !wordsOf(cell).trim()
