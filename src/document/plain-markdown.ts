/**
 * The Markdown that nearly everything here is written in, read without a grammar: plain words, bold, links, headings, lists, quotes, tables.
 *
 * The parser weighs every letter against all that it could begin; for a guidance of a hundred pages that takes longer than all else
 * in a build. Here a block is taken only where it cannot mean anything else, and then it is what the parser would have made of it:
 * a law that the tests hold both to.
 */
import type { BlockContent, Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast'

/** Letters, and the marks in which Markdown reads nothing but themselves, with one space between words. */
const words = /^(?:[\p{L}\p{N}“”‘’'"(),;?%£–—…/-]|:(?!\/)|(?<![wW])\.|(?<![wW]{3})\.(?![\w.-])|!(?=[ ”’])| (?! |$))+$/u

/** No number or dash, which could begin a list. */
const startsLine = /^[\p{L}“‘£(]/u

/** True for words on one line that are the same in Markdown, wherever they stand. */
export const isPlain = (text: string): boolean => startsLine.test(text) && words.test(text)

/**
 * The blocks of a text, where all of them are of the plain kind.
 * @returns Undefined where anything in it needs the parser.
 */
export function plainBlocks(text: string): RootContent[] | undefined {
  const blocks: RootContent[] = []
  for (const source of text.replace(/^\n+|\n+$/g, '').split(/\n{2,}/)) {
    const block = source ? blockOf(source) : undefined
    // Items with an empty line between them are one list, and set wider apart.
    if (!block || (block.type === 'list' && blocks.at(-1)?.type === 'list')) return undefined
    blocks.push(block)
  }
  return blocks
}

function blockOf(source: string): RootContent | undefined {
  const lines = source.split('\n')
  if (source.startsWith('- ')) return listOf(lines)
  if (source.startsWith('|')) return tableOf(lines)
  if (source.startsWith('>')) return quoteOf(lines)
  if (lines.length > 1) return undefined
  if (source === '---') return { type: 'thematicBreak' }
  const [, place] = /^<([a-z]{2,32}:[\w/-]*)>$/.exec(source) ?? []
  if (place) return { type: 'paragraph', children: [linkTo(place, place)] }
  const [, hashes, title, anchor] = /^(#{1,6}) (.*?)(?: <(anchor:[\w.-]+)>)?$/.exec(source) ?? []
  if (hashes && title) {
    const children = phrasingOf(title)
    const named = anchor ? [text(' '), linkTo(anchor, anchor)] : []
    return children && { type: 'heading', depth: hashes.length as 1 | 2 | 3 | 4 | 5 | 6, children: [...children, ...named] }
  }
  return paragraphOf(source)
}

function quoteOf(lines: readonly string[]): RootContent | undefined {
  const inner = every(lines, (line) => (/^>(?: |$)/.test(line) ? line.slice(2) : undefined))
  const children = inner && plainBlocks(inner.join('\n'))
  return children && { type: 'blockquote', children: children as BlockContent[] }
}

function listOf(lines: readonly string[]): RootContent | undefined {
  const paragraphs = every(lines, (line) => (line.startsWith('- ') ? paragraphOf(line.slice(2)) : undefined))
  const children = paragraphs?.map((each) => ({ type: 'listItem' as const, spread: false, checked: null, children: [each] }))
  return children && { type: 'list', ordered: false, start: null, spread: false, children }
}

function tableOf([head = '', line = '', ...others]: readonly string[]): RootContent | undefined {
  const width = cellsIn(head).length
  if (!/^\|(?: --- \|)+$/.test(line) || cellsIn(line).length !== width) return undefined
  const rows = every([head, ...others], (row) => rowOf(row, width))
  return rows && { type: 'table', align: Array(width).fill(null), children: rows }
}

function rowOf(source: string, width: number): TableRow | undefined {
  if (!/^\| .* \|$/.test(source) || cellsIn(source).length !== width) return undefined
  const cells = every(cellsIn(source), (cell) => (cell === ' ' || cell === '  ' ? [] : phrasingOf(cell.slice(1, -1), /^\S/)))
  return cells && { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) }
}

const cellsIn = (row: string): string[] => row.slice(1, -1).split('|')

function paragraphOf(source: string): Paragraph | undefined {
  const children = phrasingOf(source)
  return children && { type: 'paragraph', children }
}

/** Whole words that are bold, or a link to a plain address, an item or a page of the site: the marks around them can belong to nothing else. */
const marked = /(?:^|(?<= ))(?:\*\*(?! )([^*]+)(?<! )\*\*|\[(?! )([^\][*]+)(?<! )\]\(((?:https:\/\/|item:|\/)[\w./#-]+)\))(?=[ .,:;]|$)/

/**
 * Plain words, some of them marked.
 * @param start How they may begin where they stand.
 */
function phrasingOf(source: string, start = startsLine): PhrasingContent[] | undefined {
  const pieces = source.split(marked)
  const said = pieces.filter((_, index) => index % 4 !== 3).join('')
  if (!start.test(said) || !words.test(said)) return undefined
  return pieces.flatMap((value, index): PhrasingContent[] => {
    if (!value || index % 4 === 3) return []
    if (index % 4 === 1) return [{ type: 'strong', children: [text(value)] }]
    return [index % 4 === 2 ? linkTo(pieces[index + 1] ?? '', value) : text(value)]
  })
}

const text = (value: string) => ({ type: 'text' as const, value })
const linkTo = (url: string, value: string) => ({ type: 'link' as const, title: null, url, children: [text(value)] })

/** What each becomes, or undefined where one becomes nothing. */
function every<Given, Made>(all: readonly Given[], make: (each: Given) => Made | undefined): Made[] | undefined {
  const made: Made[] = []
  for (const each of all) {
    const one = make(each)
    if (one === undefined) return undefined
    made.push(one)
  }
  return made
}
