/** Blocks one after another → the pages they come to stand on, as Word turns pages. */
import type { Block } from './block.ts'
import { sumOf } from './table.ts'

/** A hundredth of a point is no reason to turn the page. */
const tolerance = 0.2

/**
 * Turns pages.
 * @param height Of the text on a page, in twentieths of a point.
 * @returns The page each block starts on, counted from 1, and how many pages there are.
 */
export function turnPages(blocks: readonly Block[], height: number): { readonly starts: readonly number[]; readonly count: number } {
  const starts: number[] = []
  const room = height + tolerance
  let page = 1
  let used = 0
  let after = 0
  /** Nothing is on the page yet. Only the first page of a document keeps the space above what it begins with. */
  let empty = true
  const turn = () => {
    page++
    used = 0
    after = 0
    empty = true
  }
  for (const [index, block] of blocks.entries()) {
    const kept = blocks[index - 1]?.keepNext === true
    if (block.pageBreakBefore && !empty) turn()
    if (!empty && !kept && used + leastRoom(blocks, index, after) > room) turn()
    used += empty && page > 1 ? block.repeated : Math.max(after, block.before)
    const { lines } = block
    let placed = 0
    while (placed < lines.length) {
      if (!placed) used += block.above
      const fit = linesThatFit(block, placed, room - used) || (empty ? Math.max(1, linesInto(lines, placed, room - used)) : 0)
      if (fit && !placed) starts[index] = page
      used += sumOf(lines.slice(placed, placed + fit))
      placed += fit
      if (fit) empty = false
      if (placed < lines.length) {
        turn()
        used = block.repeated
      }
    }
    used += block.below
    after = block.after
  }
  return { starts, count: page }
}

/** How many of a block's lines go into some room, none of them left alone there or on the next page. */
function linesThatFit(block: Block, placed: number, room: number): number {
  const { lines, slack, below, keepLines, fewest } = block
  const left = lines.length - placed
  const rest = placed ? lines.slice(placed) : lines
  if (sumOf(rest) + below - slack <= room) return left
  if (keepLines && !placed) return 0
  const fit = Math.min(left - 1, linesInto(lines, placed, room + slack))
  const withoutWidow = Math.min(fit, left - fewest)
  return withoutWidow < (placed ? 1 : fewest) ? 0 : withoutWidow
}

/** How many lines go into some room. */
function linesInto(lines: readonly number[], from: number, room: number): number {
  let count = 0
  for (let left = room; from + count < lines.length; count++) {
    left -= lines[from + count] as number
    if (left < 0) break
  }
  return count
}

/** The room that a block needs with all that it keeps with it, up to the first place where a page may end. */
function leastRoom(blocks: readonly Block[], from: number, afterBefore: number): number {
  let room = 0
  let after = afterBefore
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index] as Block
    const { lines, slack, below } = block
    room += Math.max(after, block.before) + block.above
    if (!block.keepNext) {
      const whole = block.keepLines || lines.length < 2 * block.fewest
      if (whole) return room + sumOf(lines) + below - slack
      return room + sumOf(lines.slice(0, block.fewest)) - slack
    }
    room += sumOf(lines) + below
    after = block.after
  }
  return room
}
