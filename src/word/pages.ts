/**
 * On which page each bookmark falls, as Word breaks pages of prose: for the numbers in a list of contents.
 *
 * `docx` has a layout of its own, which knows all of Word and takes some ten times as long as everything else in a build. Prose needs
 * little of it; the tests hold this to the same pages.
 */
import type { PageNumberEstimator } from 'docx'
import { type Block, measureParagraph } from './measure.ts'
import { measureTable } from './measure-table.ts'
import { childrenOf, nameOf } from './written.ts'

/** Lengths here are in twentieths of a point; a hundredth of a point is no reason to turn the page. */
const tolerance = 0.2

/**
 * Works page numbers out for `docx`.
 * @param width Of the text on a page.
 * @param height Of the text on a page.
 * @returns The page of each bookmark up to the first thing that is not prose. From there on none: no number is better than a wrong one.
 */
export function pageNumbersOn(width: number, height: number): PageNumberEstimator {
  return (body) => {
    const elements = childrenOf(body).filter((each) => nameOf(each) !== 'w:sectPr')
    const measured = elements.map((each) => (nameOf(each) === 'w:tbl' ? measureTable(each) : measureParagraph(each, width)))
    const known = measured.findIndex((each) => !each)
    const blocks = joined(measured.slice(0, known < 0 ? undefined : known).flatMap((each) => each ?? []))
    const pages = pagesOf(blocks, height)
    const bookmarks = blocks.flatMap((block, index) => block.bookmarks.map((name) => [name, String(pages.starts[index])] as const))
    return { bookmarks: new Map(bookmarks), ...(known < 0 ? { pageCount: pages.count } : {}) }
  }
}

/** Neighbours in the same frame stand in one, without the lines between them. */
function joined(blocks: readonly Block[]): Block[] {
  const together = (one?: Block, other?: Block) => one !== undefined && one.frame !== '' && one.frame === other?.frame
  return blocks.map((block, index) => ({
    ...block,
    above: together(blocks[index - 1], block) ? 0 : block.above,
    below: together(block, blocks[index + 1]) ? 0 : block.below,
  }))
}

/** The page each block starts on, and how many there are. */
function pagesOf(blocks: readonly Block[], height: number): { starts: readonly number[]; count: number } {
  const starts: number[] = []
  let page = 1
  let used = 0
  let after = 0
  /** Nothing is on the page yet. Only the first page of a document keeps the space above what it begins with. */
  let empty = false
  const turn = () => {
    page++
    used = 0
    after = 0
    empty = true
  }
  for (const [index, block] of blocks.entries()) {
    const kept = blocks[index - 1]?.keepNext === true
    if (block.pageBreakBefore && index && !empty) turn()
    if (!empty && !kept && used + leastRoom(blocks, index, after) > height + tolerance) turn()
    used += empty ? block.repeated : Math.max(after, block.before)
    let left = block.lines
    while (left) {
      const first = left === block.lines
      const fit = linesThatFit(block, left, height + tolerance - used - (first ? block.above : 0))
      // What is taller than a page has to be broken somewhere.
      const placed = fit || (empty ? left : 0)
      if (placed) {
        if (first) starts[index] = page
        used += (first ? block.above : 0) + placed * block.leading
        left -= placed
        empty = false
      }
      if (left) turn()
    }
    used += block.below
    after = block.after
  }
  return { starts, count: page }
}

/** How many of a block's last lines go into some room, none of them left alone there or on the next page. */
function linesThatFit(block: Block, left: number, room: number): number {
  const { lines, leading, slack, below, keepLines } = block
  if (left * leading + (below || -slack) <= room) return left
  const fit = Math.min(left - 1, Math.floor((room + slack) / leading))
  const withoutWidow = left - fit === 1 ? fit - 1 : fit
  if (left < lines) return Math.max(0, withoutWidow)
  return keepLines || withoutWidow < 2 ? 0 : withoutWidow
}

/** The room that a block needs with all that it keeps with it, up to the first place where a page may end. */
function leastRoom(blocks: readonly Block[], from: number, afterBefore: number): number {
  let room = 0
  let after = afterBefore
  for (const block of blocks.slice(from)) {
    room += Math.max(after, block.before) + block.above
    if (!block.keepNext) {
      const least = block.keepLines || block.lines < 4 ? block.lines : 2
      return room + least * block.leading + (least === block.lines && block.below ? block.below : -block.slack)
    }
    room += block.lines * block.leading + block.below
    after = block.after
  }
  return room
}
