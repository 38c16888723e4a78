/** A table as `docx` is about to write it → its rows as blocks, each as high as its highest cell. */
import { cellMargin } from './looks.ts'
import { type Block, measureParagraph } from './measure.ts'
import { attributesOf, childNamed, childrenOf, nameOf, type Written } from './written.ts'

/** The line between rows. */
const rule = 10

/** Undefined where a cell holds anything but prose. */
export function measureTable(table: Written): Block[] | undefined {
  const rows = childrenOf(table).filter((each) => nameOf(each) === 'w:tr')
  const heights = rows.map((row) => {
    const cells = childrenOf(row).filter((each) => nameOf(each) === 'w:tc')
    return Math.max(...cells.map(cellHeight))
  })
  if (!heights.every(Number.isFinite)) return undefined
  return heights.map((height, index) => ({ ...unbroken, leading: height, keepNext: index === 0, repeated: index ? (heights[0] ?? 0) : 0 }))
}

function cellHeight(cell: Written): number {
  const width = Number(attributesOf(childNamed(childNamed(cell, 'w:tcPr'), 'w:tcW'))['w:w']) - 2 * cellMargin.sides
  const blocks = childrenOf(cell)
    .filter((each) => nameOf(each) !== 'w:tcPr')
    .map((each) => measureParagraph(each, width))
  let height = 0
  let after = 0
  for (const block of blocks) {
    if (!block) return Number.NaN
    height += Math.max(after, block.before) + block.lines * block.leading
    after = block.after
  }
  return height + after + 2 * cellMargin.ends + rule
}

const unbroken = {
  lines: 1,
  slack: 0,
  before: 0,
  after: 0,
  above: 0,
  below: 0,
  frame: '',
  keepLines: true,
  pageBreakBefore: false,
  bookmarks: [],
}
