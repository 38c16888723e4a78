/** The passage of a text that shows best why it was found. */
import { termOf, word } from './words.ts'

/** A run of words: those that were looked for, or those between them. */
export interface Piece {
  readonly words: string
  readonly found: boolean
}

/** Characters of the longest passage. */
const most = 240

/**
 * From the line that has the most of the words; where it has none of them, the text's beginning.
 * @param text A line for each paragraph.
 * @param terms Of the words that were found: see `termOf`.
 */
export function excerptOf(text: string, terms: ReadonlySet<string>): Piece[] {
  const [first = '', ...others] = text.split('\n')
  const best = others.reduce((a, b) => (variety(b, terms) > variety(a, terms) ? b : a), first)
  return marked(shortened(best, terms), terms)
}

/** A text with the words in it that were found. */
export function marked(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: words, index } of foundIn(text, terms)) {
    if (index > end) pieces.push({ words: text.slice(end, index), found: false })
    pieces.push({ words, found: true })
    end = index + words.length
  }
  return end < text.length ? [...pieces, { words: text.slice(end), found: false }] : pieces
}

const foundIn = (text: string, terms: ReadonlySet<string>): RegExpExecArray[] =>
  [...text.matchAll(word)].filter(([said]) => terms.has(termOf(said) ?? ''))

/** How many different words of those that were found a text has. */
const variety = (text: string, terms: ReadonlySet<string>): number => new Set(foundIn(text, terms).map(([said]) => termOf(said))).size

/** The part of a line around the first word found, from the beginning of its sentence where that is near. */
function shortened(line: string, terms: ReadonlySet<string>): string {
  if (line.length <= most) return line
  const at = foundIn(line, terms)[0]?.index ?? 0
  const ends = line.slice(0, at).matchAll(/[.?!…][”’)]?\s+/g)
  const sentence = Math.max(0, ...[...ends].map(({ 0: end, index }) => index + end.length))
  const from = at - sentence <= most / 2 ? sentence : line.indexOf(' ', at - most / 2) + 1
  const rest = line.slice(from)
  return (from ? '… ' : '') + (rest.length <= most ? rest : `${rest.slice(0, most).replace(/\s+\S*$/, '')} …`)
}
