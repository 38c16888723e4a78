/** Items of any number and length into the columns of an area: as large as fits, cut where they must be, never past the edge. */
import { shorten, wrap } from './wrap.ts'

/** In points. */
export interface Column {
  readonly x: number
  readonly top: number
  readonly width: number
  readonly bottom: number
}

export interface Line {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly words: string
  readonly size: number
  /** True for the first line of an item, which has a mark before it. */
  readonly first: boolean
}

/** How far words stand in from the mark of their item. */
export const markWidth = 11

/** The most lines of one item. */
const longest = 9

/** Sizes, and the lines each item is given before the rest of the room is shared out. */
const ways = [
  [12, longest],
  [11, longest],
  [10, longest],
  [10, 1],
  [9, 1],
] as const

/** The lines of some items: all in full, or else as much as there is room for, and the rest counted in a last line, “and 3 more”. */
export function fitted(items: readonly string[], columns: readonly Column[]): Line[] {
  for (const [size, most] of ways) {
    const text = textOf(items, columns, size)
    const mosts = items.map(() => most)
    if (place(text, mosts)) return balanced(text, most === 1 ? roomier(text) : mosts)
  }
  const text = textOf(items, columns, 9)
  for (let shown = items.length - 1; shown > 0; shown--) {
    const some = [...text.items.slice(0, shown), [`and ${items.length - shown} more`]]
    const lines = place({ ...text, items: some }, [])
    if (lines) return lines
  }
  return []
}

/** Items in lines of one width, and the columns to put them in. */
interface Text {
  readonly items: readonly (readonly string[])[]
  readonly columns: readonly Column[]
  readonly size: number
  /** In ems. */
  readonly width: number
}

function textOf(items: readonly string[], columns: readonly Column[], size: number): Text {
  const width = (Math.min(...columns.map((column) => column.width)) - markWidth) / size
  return { items: items.map((item) => wrap(item, width)), columns, size, width }
}

/** From one line for each item, a line more for each in turn, for as long as there is room. */
function roomier(text: Text): readonly number[] {
  let now: readonly number[] = text.items.map(() => 1)
  for (let turn = now.length; turn < now.length * longest; turn++) {
    const index = turn % now.length
    const more = now.with(index, (now[index] ?? 0) + 1)
    if (place(text, more)) now = more
  }
  return now
}

/** The same in columns that end alike, rather than one full and one empty. */
function balanced(text: Text, mosts: readonly number[]): Line[] {
  for (let short = 200; short > 0; short -= 4) {
    const bottom = Math.max(...text.columns.map((column) => column.bottom)) - short
    const columns = text.columns.map((column) => ({ ...column, bottom: Math.min(column.bottom, bottom) }))
    const lines = place({ ...text, columns }, mosts)
    if (lines) return lines
  }
  return place(text, mosts) ?? []
}

/**
 * Undefined where there is no room for all.
 * @param mosts The lines each item may take; one where it does not say.
 */
function place({ items, columns, size, width }: Text, mosts: readonly number[]): Line[] | undefined {
  const leading = size * 1.25
  const lines: Line[] = []
  let index = 0
  let top = columns[0]?.top ?? 0
  for (const [number, item] of items.entries()) {
    const shown = shorten(item, width, mosts[number] ?? 1)
    let column = columns[index]
    while (column && top + shown.length * leading > column.bottom) {
      column = columns[++index]
      top = column?.top ?? 0
    }
    if (!column) return undefined
    for (const [row, words] of shown.entries()) lines.push({ x: column.x, y: top + size + row * leading, words, size, first: row === 0 })
    top += shown.length * leading + size * 0.38
  }
  return lines
}
