/** Words outside the boxes → rows that somebody added to a table without boxes, or words beside an answer. */
import type { Outline } from '../answers/outline.ts'
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
  for (const words of outside.filter((each) => !isAdded(each))) {
    const nearest =
      named.find(({ control }) => control.paragraph === words.paragraph.number) ??
      named.findLast((each) => at(each) < words.after) ??
      named[0]
    if (nearest) beside.set(nearest.control, [beside.get(nearest.control) ?? [], words.words.trim()].flat().join('\n'))
  }
  const added = cellsOf(outside.filter(isAdded)).flatMap((words) => ({
    after: words.after,
    tag: tagAt(words) ?? '',
    control: inNoBox(words),
  }))
  return { named: merged(named, at, added), beside }
}

/** The column of a table whose rows have that many cells. */
const columnOf = ({ row, cell }: { row: Row | undefined; cell: number }): string | undefined => row && `${row.table}/${row.cells}/${cell}`

/** Paragraphs of one cell are one answer. */
function cellsOf(outside: readonly Outside[]): Outside[] {
  const cells = new Map<string, Outside>()
  for (const each of outside) {
    const key = `${each.row?.number}/${each.cell}`
    const before = cells.get(key)
    cells.set(key, before ? { ...before, words: `${before.words}\n${each.words}` } : each)
  }
  return [...cells.values()]
}

function merged(named: readonly Named[], at: (each: Named) => number, added: readonly (Named & { after: number })[]): Named[] {
  const all = [...named.map((each) => ({ each, order: at(each) + 1 })), ...added.map((each) => ({ each, order: each.after + 0.5 }))]
  return all.sort((a, b) => a.order - b.order).map(({ each: { tag, control } }) => ({ tag, control }))
}

/** A cell, as if its words were in a control that lost everything else. */
const inNoBox = ({ words, paragraph, row, cell }: Outside): Control => ({
  words,
  prompt: '',
  prompting: false,
  list: [],
  item: undefined,
  row,
  cell,
  paragraph: paragraph.number,
  hasMore: false,
  bare: true,
  frame: false,
  isItem: false,
})
