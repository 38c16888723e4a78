/** Where a text quotes somebody: those words are theirs, and nobody corrects them. */

export interface Span {
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

/** The rest of a paragraph, up to one of some signs. */
const paragraph = (upTo: string): string => String.raw`(?:[^${upTo}\n]|\n(?!\s*\n))*`
const afterNoWord = String.raw`(?<![\p{L}\p{N}])`
const beforeNoWord = String.raw`(?![\p{L}\p{N}])`

/** Marks of two shapes, pairs within a pair too. */
function pair(open: string, close: string): string[] {
  const words = `[^${open}${close}]*`
  return [`${open}${words}(?:${open}${words}[${close}]${words})*[${close}]`, `${open}${paragraph(close)}`]
}

/** Straight ones open where no word ends, as inches do. In a later paragraph they close only after a word. */
const straight = [`"${paragraph('"')}"`, String.raw`"[^"]*(?<=\S)"${beforeNoWord}`, `"${paragraph('"')}`].map((each) => afterNoWord + each)

/** Single ones are apostrophes too: between letters, in “the carers’ room” where the words go on to a better end, and in “’tis”. */
const apostrophe = String.raw`(?<=\p{L})[’'](?=\p{L})`
const singleEnd = `[’']${beforeNoWord}`
const possessive = String.raw`(?<=s)[’'](?=\s\p{Ll}(?:[^‘’'\n]|${apostrophe})*(?<=[^s\s])${singleEnd})`
const elided = String.raw`(?!(?:n|tis|twas|cause|em|til|cos|\d\ds?)${beforeNoWord})`
const single = String.raw`${afterNoWord}[‘']${elided}(?=\S)(?:[^‘’'\n]|\n(?!\s*\n)|${apostrophe}|${possessive})*(?<=\S)${singleEnd}`

const marks = [
  ...pair('„', '“”'),
  ...pair('“', '”'),
  ...pair('«', '»'),
  ...pair('‹', '›'),
  ...pair('「', '」'),
  String.raw`${afterNoWord}»(?=\S)[^«»\n]*«`,
  ...straight,
  single,
].join('|')

/**
 * The quotations of a text, in the marks of English and of other languages that families write in. Most close at the last sign that can be
 * theirs, even in a later paragraph; double ones that never do end with their paragraph, single ones that never do are none.
 */
export const quotationsIn = (text: string): Span[] =>
  [...text.matchAll(new RegExp(marks, 'gu'))].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
