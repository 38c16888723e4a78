/** Tables as Word and screen readers like them: fixed widths, a header row that repeats, a title, no merged cells. */
import type { XmlComponent } from 'docx'
import { El, valued } from './element.ts'
import { type Colours, cellMargin } from './looks.ts'

/** The blocks of one cell. The last must be a paragraph. */
export type Cell = readonly XmlComponent[]

export interface TableLooks {
  /** What a screen reader calls the table. */
  readonly title: string
  /** Column widths in twentieths of a point. */
  readonly widths: readonly number[]
  /** How far the table is set in, in twentieths of a point. */
  readonly left?: number
}

/**
 * A table with a header row.
 * @param body Rows, or controls around rows.
 */
export function table(looks: TableLooks, heads: readonly Cell[], body: readonly XmlComponent[]): El {
  const { title, widths, left = 0 } = looks
  const total = widths.reduce((sum, width) => sum + width, 0)
  const properties = new El('w:tblPr', {}, [
    valued('w:tblStyle', tableStyleId),
    new El('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    new El('w:tblInd', { 'w:w': left, 'w:type': 'dxa' }),
    new El('w:tblLayout', { 'w:type': 'fixed' }),
    new El('w:tblLook', { 'w:val': '0620', 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
    valued('w:tblCaption', title),
  ])
  const grid = widths.map((width) => new El('w:gridCol', { 'w:w': width }))
  return new El('w:tbl', {}, [properties, new El('w:tblGrid', {}, grid), row(widths, heads, { head: true }), ...body])
}

/**
 * A row that stays on one page.
 * @param height At least this, in twentieths of a point: room for a pen.
 */
export function row(
  widths: readonly number[],
  cells: readonly Cell[],
  { head = false, height = 0 }: { readonly head?: boolean; readonly height?: number } = {},
): El {
  const properties = [
    new El('w:cantSplit'),
    ...(height ? [new El('w:trHeight', { 'w:val': height, 'w:hRule': 'atLeast' })] : []),
    ...(head ? [new El('w:tblHeader')] : []),
  ]
  const drawn = cells.map(
    (blocks, index) =>
      new El('w:tc', {}, [new El('w:tcPr', {}, [new El('w:tcW', { 'w:w': widths[index] ?? 0, 'w:type': 'dxa' })]), ...blocks]),
  )
  return new El('w:tr', {}, [new El('w:trPr', {}, properties), ...drawn])
}

/**
 * Shares a width out.
 * @param total Width of the whole table, in twentieths of a point.
 * @param columns What each column must have, and its share of the rest.
 */
export function shareOut(total: number, columns: readonly { readonly least: number; readonly share: number }[]): number[] {
  const rest = Math.max(0, total - columns.reduce((sum, { least }) => sum + least, 0))
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ least, share }) => Math.floor(least + (rest * share) / shares))
  // What rounding left over, or squeezing took, falls to the widest.
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, index) => (index === widest ? width + total - widths.reduce((sum, each) => sum + each, 0) : width))
}

/** The width of the longest word at 10 points bold, with the cell's margins: about 125 twentieths of a point a letter. */
export function leastWidth(words: string): number {
  return Math.max(...words.split(/\s+/).map((word) => word.length)) * 125 + 2 * cellMargin.sides
}

const tableStyleId = 'FormTable'

/** The looks of every table, as the XML that `docx` takes in place of a class for styles of tables. */
export const tableStyle = (colours: Colours): string =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyleId}"><w:name w:val="Form table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
<w:tblPr>
<w:tblBorders>${sides(['top', 'left', 'bottom', 'right', 'insideH', 'insideV'], `w:val="single" w:sz="4" w:space="0" w:color="${colours.line}"`)}</w:tblBorders>
<w:tblCellMar>${margin('top', cellMargin.ends)}${margin('left', cellMargin.sides)}${margin('bottom', cellMargin.ends)}${margin('right', cellMargin.sides)}</w:tblCellMar>
</w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${colours.band}"/></w:tcPr></w:tblStylePr>
</w:style></w:styles>`.replaceAll('\n', '')

function sides(names: readonly string[], attributes: string): string {
  return names.map((name) => `<w:${name} ${attributes}/>`).join('')
}

function margin(side: string, width: number): string {
  return sides([side], `w:w="${width}" w:type="dxa"`)
}
