/** Words outside the boxes → rows that somebody added to a table without boxes, or words beside an answer. */
import type { Outline } from '../../answers/outline.ts'
import type { Control } from './controls.ts'
import type { Outside } from './outside.ts'
import type { Row } from './spots.ts'

/** A control whose place in the form is known. */
export interface Named {
  readonly tag: string
  readonly control: Control
}

export interface Placed {
  /** The controls, and in their midst the cells of added rows. */
  readonly named: readonly Named[]
  /** Words outside, by the control they stand at. */
  readonly beside: ReadonlyMap<Control, string>
}

/**
 * Finds the place of words outside.
 * A cell without a box is read only where nothing else can be meant: its row has no box at all, as many cells as the row above, and words
 * only where that column has one place for an answer.
 * @param controls All of the page, in reading order.
 */
export function placeOutside(
  { places }: Outline,
  named: readonly Named[],
  controls: readonly Control[],
  outside: readonly Outside[],
): Placed {
  const boxed = new Set(named.map(({ control }) => control.row))
  const columns = new Map<string, Set<string>>()
  for (const { tag, control } of named) {
    const key = columnOf(control)
    if (key && places.get(tag)?.rows) columns.set(key, (columns.get(key) ?? new Set()).add(tag))
  }
  const tagAt = (words: Outside): string | undefined => {
    const tags = [...(columns.get(columnOf(words) ?? '') ?? [])]
    return tags.length === 1 && !boxed.has(words.row) ? tags[0] : undefined
  }
  const unreadable = new Set(outside.filter((words) => tagAt(words) === undefined).map(({ row }) => row))
  const isAdded = ({ row }: Outside): boolean => row !== undefined && !unreadable.has(row)

  const position = new Map(controls.map((control, index) => [control, index]))
  const at = ({ control }: Named): number => position.get(control) ?? 0
  const beside = new Map<Control, string>()
  const sharing = new Map(named.toReversed().map((each) => [each.control.paragraph, each]))
  let before = 0
  for (const words of outside.filter((each) => !isAdded(each))) {
    for (let next = named[before]; next && at(next) < words.after; next = named[before]) before++
    const nearest = sharing.get(words.paragraph.number) ?? named[before - 1] ?? named[0]
    if (nearest) beside.set(nearest.control, [beside.get(nearest.control) ?? [], words.words.trim()].flat().join('\n'))
  }
  const added = rowsOf(outside.filter(isAdded)).flatMap(({ row, after, cells }) =>
    Array.from({ length: row.cells }, (_, index) => index + 1).flatMap((cell) =>
      [...(columns.get(columnOf({ row, cell }) ?? '') ?? [])].map((tag) => ({
        tag,
        after,
        control: inNoBox(row, cell, cells.get(cell) ?? ''),
      })),
    ),
  )
  return { named: merged(named, at, added), beside }
}

/** The column of a table whose rows have that many cells. */
const columnOf = ({ row, cell }: { row: Row | undefined; cell: number }): string | undefined => row && `${row.table}/${row.cells}/${cell}`

/** Added rows, with the words of their cells: paragraphs of one cell are one answer. */
function rowsOf(outside: readonly Outside[]): { row: Row; after: number; cells: Map<number, string> }[] {
  const rows = new Map<Row, { row: Row; after: number; cells: Map<number, string> }>()
  for (const { row, after, cell, words } of outside) {
    if (!row) continue
    const found = rows.get(row) ?? { row, after, cells: new Map<number, string>() }
    const before = found.cells.get(cell)
    found.cells.set(cell, before === undefined ? words : `${before}\n${words}`)
    rows.set(row, found)
  }
  return [...rows.values()]
}

function merged(named: readonly Named[], at: (each: Named) => number, added: readonly (Named & { after: number })[]): Named[] {
  const all = [...named.map((each) => ({ each, order: at(each) + 1 })), ...added.map((each) => ({ each, order: each.after + 0.5 }))]
  return all.sort((a, b) => a.order - b.order).map(({ each: { tag, control } }) => ({ tag, control }))
}

/** A cell, as if its words were in a control that lost everything else. */
const inNoBox = (row: Row, cell: number, words: string): Control => ({
  words,
  prompt: '',
  prompting: false,
  list: [],
  item: undefined,
  row,
  cell,
  paragraph: 0,
  hasMore: false,
  bare: true,
  frame: false,
  isItem: false,
})
