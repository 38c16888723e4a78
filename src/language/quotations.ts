/** Where a text quotes somebody: those words are theirs, and nobody corrects them. */

export interface Span {
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

/**
 * The quotations of a text, in curly, straight or single marks. One that is never closed ends with its paragraph.
 * An apostrophe is no mark: a single one opens after a space and before a word, and closes after a word and before none.
 */
export function quotationsIn(text: string): Span[] {
  return [
    ...spans(text, /“[^”\n]*(?:\n(?!\s*\n)[^”\n]*)*”?/g),
    ...spans(text, /"[^"\n]*(?:\n(?!\s*\n)[^"\n]*)*"?/g),
    ...spans(text, /(?<![\p{L}\p{N}])[‘'](?=\S)(?:[^‘’'\n]|\n(?!\s*\n)|(?<=\p{L})[’'](?=\p{L}))*(?<=\S)[’'](?![\p{L}\p{N}])/gu),
  ]
}

const spans = (text: string, marks: RegExp): Span[] =>
  [...text.matchAll(marks)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
