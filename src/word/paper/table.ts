/** A table → its rows as blocks: each has the lines of its highest cell. */
import { type Block, paragraphBlock } from './block.ts'
import type { Looks } from './looks.ts'
import { childOf, isOn, lengthIn, type Mark, wordValue } from './mark.ts'
import { marginsWith, type TableLooks } from './properties.ts'

/** The blocks of a paragraph or table; none for anything else. */
export function blocksOf(mark: Mark, width: number, looks: Looks): Block[] {
  if (mark.name === 'w:p') return [paragraphBlock(mark, width, looks)]
  return mark.name === 'w:tbl' ? tableBlocks(mark, looks) : []
}

/** Neighbours in the same frame stand in one, with no more between them than that frame has. */
export function joined(blocks: readonly Block[]): Block[] {
  const together = (one?: Block, other?: Block) => one !== undefined && one.frame !== '' && one.frame === other?.frame
  return blocks.map((block, index) => {
    const above = together(blocks[index - 1], block)
    const below = together(block, blocks[index + 1])
    return above || below ? { ...block, above: above ? 0 : block.above, below: below ? block.between : block.below } : block
  })
}

function tableBlocks(table: Mark, looks: Looks): Block[] {
  const its = looks.table(childOf(table, 'w:tblPr'))
  const columns = (childOf(table, 'w:tblGrid')?.children ?? []).map((column) => lengthIn(column.attributes['w:w']) ?? 0)
  const rows = table.children.filter(({ name }) => name === 'w:tr')
  const heads = rows.findIndex((row) => !says(row, 'w:tblHeader'))
  const blocks = rows.map((row) => rowBlock(row, columns, its, looks))
  const repeated = blocks.slice(0, Math.max(0, heads)).reduce((sum, { lines }) => sum + sumOf(lines), 0)
  return blocks.map((block, index) => (index < heads ? block : { ...block, repeated }))
}

function rowBlock(row: Mark, columns: readonly number[], table: TableLooks, looks: Looks): Block {
  const properties = childOf(row, 'w:trPr')
  const height = childOf(properties, 'w:trHeight')
  let column = 0
  const cells = row.children
    .filter(({ name }) => name === 'w:tc')
    .map((cell) => {
      const its = childOf(cell, 'w:tcPr')
      const span = Number(wordValue(its, 'w:gridSpan') ?? 1)
      const across = columns.slice(column, column + span).reduce((sum, each) => sum + each, 0)
      column += span
      const margins = marginsWith(table.margins, childOf(its, 'w:tcMar'))
      const width = lengthIn(childOf(its, 'w:tcW')?.attributes['w:w']) || across
      return cellLines(cell, width - margins.left - margins.right, { top: margins.top + table.rule, bottom: margins.bottom }, looks)
    })
  const highest = cells.reduce((one, other) => (sumOf(other.lines) > sumOf(one.lines) ? other : one), noCell)
  const least = lengthIn(height?.attributes['w:val']) ?? 0
  const exact = height?.attributes['w:hRule'] === 'exact'
  return {
    ...unframed,
    lines: exact ? [least] : atLeast(highest.lines, least),
    keepNext: cells[0]?.keepNext ?? false,
    keepLines: says(row, 'w:cantSplit'),
    pageBreakBefore: cells[0]?.pageBreakBefore ?? false,
    bookmarks: cells.flatMap(({ bookmarks }) => bookmarks),
  }
}

/** Whether a row has a property. */
function says(row: Mark, name: string): boolean {
  const property = childOf(childOf(row, 'w:trPr'), name)
  return property !== undefined && isOn(property)
}

interface Cell extends Pick<Block, 'lines' | 'keepNext' | 'pageBreakBefore' | 'bookmarks'> {}

const noCell: Cell = { lines: [], keepNext: false, pageBreakBefore: false, bookmarks: [] }

/** The lines of a cell, each with the space that goes with it. */
function cellLines(cell: Mark, width: number, margins: { readonly top: number; readonly bottom: number }, looks: Looks): Cell {
  const blocks = joined(cell.children.flatMap((mark) => blocksOf(mark, width, looks)))
  const lines = linesOf(blocks)
  lines[0] = (lines[0] ?? 0) + margins.top
  lines[lines.length - 1] = (lines.at(-1) ?? 0) + margins.bottom
  return {
    lines,
    keepNext: blocks[0]?.keepNext ?? false,
    pageBreakBefore: blocks[0]?.pageBreakBefore ?? false,
    bookmarks: blocks.flatMap(({ bookmarks }) => bookmarks),
  }
}

/** The lines of some blocks, each with the space that goes with it. */
function linesOf(blocks: readonly Block[]): number[] {
  const lines: number[] = []
  let after = 0
  for (const block of blocks) {
    const own = [...block.lines]
    own[0] = (own[0] ?? 0) + Math.max(after, block.before) + block.above
    own[own.length - 1] = (own.at(-1) ?? 0) + block.below
    for (const line of own) lines.push(line)
    after = block.after
  }
  if (lines.length) lines[lines.length - 1] = (lines.at(-1) ?? 0) + after
  return lines
}

/** How much room some blocks take, the space before the first and after the last of them included. */
export const heightOf = (blocks: readonly Block[]): number => sumOf(linesOf(blocks))

/** Room for a pen goes below the last line. */
function atLeast(lines: readonly number[], least: number): number[] {
  const missing = Math.max(0, least - sumOf(lines))
  return lines.length ? [...lines.slice(0, -1), (lines.at(-1) ?? 0) + missing] : [missing]
}

export const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, each) => sum + each, 0)

const unframed = { slack: 0, before: 0, after: 0, above: 0, below: 0, between: 0, frame: '', fewest: 1, repeated: 0 }
