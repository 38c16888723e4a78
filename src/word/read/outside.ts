/** Words that stand outside every control, in the paragraphs where answers are written: what people type just beside a box. */
import type { Paragraph, Row } from './spots.ts'

/** The words of one paragraph. */
export interface Outside {
  readonly words: string
  /** How many controls ended before them. */
  readonly after: number
  readonly paragraph: Paragraph
  readonly row: Row | undefined
  /** The cell of the row, counted from 1. */
  readonly cell: number
}

/** Collects them. What `holders` hold is theirs, if they turn out to be controls or bookmarks of the form. */
export interface Collector<Holder> {
  /** True for a paragraph that may have such words. */
  wants(paragraph: Paragraph | undefined): paragraph is Paragraph
  add(words: string, after: number, paragraph: Paragraph, row: Row | undefined, holders: readonly Holder[]): void
  /** @param kept True for a holder whose words are read. */
  all(kept: (holder: Holder) => boolean): Outside[]
}

export function collector<Holder>(): Collector<Holder> {
  const pieces: (Outside & { readonly holders: readonly Holder[] })[] = []
  return {
    wants: (paragraph): paragraph is Paragraph => paragraph !== undefined && isForAnswers(paragraph.style),
    add(words, after, paragraph, row, holders) {
      pieces.push({ words, after, paragraph, row, cell: row?.cells ?? 0, holders })
    },
    all(kept) {
      const joined = new Map<number, Outside>()
      for (const { holders, ...piece } of pieces.filter((each) => !each.holders.some(kept))) {
        const before = joined.get(piece.paragraph.number)
        joined.set(piece.paragraph.number, before ? { ...before, words: before.words + piece.words } : piece)
      }
      return [...joined.values()].filter(({ words }) => words.trim() !== '')
    },
  }
}

/**
 * True for the styles of paragraphs that hold an answer and no label; in other styles, words beside a control may be the form's own.
 * LibreOffice makes ids of names, `Answersetin` of “Answer set in”.
 */
const isForAnswers = (style: string): boolean => /^(?:answer|answershort|answeropen|tableanswer)(?:inset|setin)?$/i.test(style)
